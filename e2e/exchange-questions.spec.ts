import { expect, expectAccessible, test } from './setup/test.ts'

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const quiz = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="multichoice"><name><text>Which gate forgets?</text></name>
    <questiontext format="html"><text><![CDATA[<p>Which gate of an LSTM scales \\(c_{t-1}\\)?</p><p><img src="@@PLUGINFILE@@/gate.png" alt="A gate"></p><script>alert(1)</script>]]></text>
      <file name="gate.png" path="/" encoding="base64">${pixel}</file></questiontext>
    <single>true</single><shuffleanswers>true</shuffleanswers>
    <answer fraction="100" format="html"><text>the forget gate</text></answer>
    <answer fraction="0" format="html"><text>the input gate</text><feedback format="html"><text>It scales what is new.</text></feedback></answer>
  </question>
  <question type="numerical"><name><text>Two decimals of pi</text></name>
    <questiontext format="html"><text><![CDATA[<p>What is π?</p>]]></text></questiontext>
    <answer fraction="100"><text>3.14</text><tolerance>0.01</tolerance></answer>
  </question>
  <question type="multichoice"><name><text>Only one option</text></name>
    <questiontext format="html"><text>Which?</text></questiontext><single>true</single>
    <answer fraction="100" format="html"><text>this one</text></answer>
  </question>
  <question type="ddmarker"><name><text>Point at it</text></name><questiontext format="html"><text>Where?</text></questiontext></question>
</quiz>`

test('an instructor takes over questions of Moodle as drafts, and sends one out again', async ({ as }) => {
  const page = await as('ines')
  await page.goto('/staff/questions/import')
  await expect(page.getByRole('heading', { name: 'Import questions' })).toBeVisible()
  await expectAccessible(page)

  // what is no question file of another system is told, and nothing is lost by it
  const choose = (name: string, text: string) =>
    page.getByLabel('File').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })
  await choose('evil.xml', '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>')
  await expect(
    page.getByText('The file has a document type with declarations of its own (DOCTYPE). Such files are not read.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Another file' }).click()

  await choose('quiz.xml', quiz)
  await expect(page.getByText('quiz.xml, read as Moodle XML: 4 questions.')).toBeVisible()
  await expect(page.getByText('2 are ready, 1 needs your work, 1 was left out.')).toBeVisible()
  const question = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
  await expect(question('Which gate forgets?')).toContainText('multichoice becomes a choice')
  await expect(question('Which gate forgets?')).toContainText('A script was left out.')
  await expect(question('Two decimals of pi')).toContainText('the tolerance ±0.01 is kept: 2 decimals with leniency 2')
  await expect(question('Only one option')).toContainText('“others” needs at least one option.')
  await expect(question('Point at it')).toContainText('Markers on a picture have no counterpart here.')
  await question('Which gate forgets?').getByText('Question file').click()
  await expect(question('Which gate forgets?')).toContainText('Which gate of an LSTM scales $c_{t-1}$?')
  await expectAccessible(page)

  await page.getByRole('checkbox', { name: 'Take over “Only one option”' }).uncheck()
  await page.getByRole('button', { name: 'Take over 2 questions as drafts' }).click()
  await expect(page.getByText('2 drafts were made.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Two decimals of pi' })).toHaveAttribute(
    'href',
    '/staff/questions/two-decimals-of-pi/edit',
  )

  // its picture is there, for whoever may see the question
  const picture = await page.request.get('/api/staff/v1/exchange/export?format=moodle&slugs=which-gate-forgets')
  expect(await picture.text()).toMatch(/<file name="gate-1x1-[0-9a-f]{16}\.png" path="\/" encoding="base64">iVBOR/)

  // once more makes nothing twice
  await page.getByRole('button', { name: 'Another file' }).click()
  await choose('quiz.xml', quiz)
  await page.getByRole('button', { name: 'Take over 3 questions as drafts' }).click()
  await expect(page.getByText('1 draft was made. 2 were there already.')).toBeVisible()

  await page.goto('/staff/questions/export?slugs=two-decimals-of-pi,which-gate-forgets')
  await expect(page.getByRole('button', { name: 'Remove “Which gate forgets?”' })).toBeVisible()
  await page.getByLabel('Format').selectOption('gift')
  await page.getByRole('button', { name: 'See what goes out' }).click()
  const download = page.getByRole('link', { name: 'Download' })
  await expect(download).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  const file = await (await page.request.get((await download.getAttribute('href')) ?? '')).text()
  expect(file).toContain('{#3.14:0.01}')
  expect(file).toContain('=the forget gate')
})

test('the pages of an exchange can be read in a small window', async ({ as }) => {
  const page = await as('ines')
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/staff/questions/import')
  await page
    .getByLabel('File')
    .setInputFiles({ name: `${'a-long-name-'.repeat(8)}.xml`, mimeType: 'text/xml', buffer: Buffer.from(quiz) })
  await expect(page.getByText('2 are ready', { exact: false })).toBeVisible()
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await wide()).toBe(0)
  await page.goto('/staff/questions/export')
  await expect(page.getByText('Choose questions below.', { exact: false })).toBeVisible()
  expect(await wide()).toBe(0)
})
