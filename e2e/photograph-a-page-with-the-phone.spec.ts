import { pdf, photograph } from '../lib/uploads/testing/photograph.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { watch } from './setup/watch.ts'
import { changeRow } from './sitting/drawn.ts'
import { examOnPaper } from './uploads/exam-on-paper.ts'

// on purpose: the second telephone, a file that is no picture, a result before its release
test.use({ allow: [/409.*camera|422.*pages|403.*result/] })

const picture = async (words: string) => ({
  name: 'IMG_0042.jpg',
  mimeType: 'image/jpeg',
  buffer: await photograph(words),
})
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/pages/${name}.png`, fullPage: true })

test('a page photographed with the phone is handed in, drawn on by a TA and given back', async ({
  as,
  browser,
  baseURL,
  faults,
}) => {
  const { examId, slug } = await examOnPaper('chen')
  const desk = await as('chen')
  await desk.goto(`/exams/${examId}`)
  await desk.getByRole('button', { name: 'Start the exam' }).click()
  await desk.waitForURL(/\/attempts\//)
  const attemptId = desk.url().split('/').at(-1) ?? ''
  const proof = desk.locator(`[data-answer="${slug}.proof"]`)
  await proof.getByRole('button', { name: 'Use your telephone as the camera' }).click()
  await expect(proof.getByRole('img', { name: /Code to open on the telephone/ })).toBeVisible()
  const address = (await proof.getByRole('link', { name: /\/camera#/ }).textContent()) ?? ''

  const phoneOf = async () => {
    const pocket = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      viewport: { width: 390, height: 780 },
      hasTouch: true,
      isMobile: true,
    })
    watch(pocket, faults)
    return pocket.newPage()
  }
  const phone = await phoneOf()
  await phone.goto(address)
  await expect(phone.getByRole('heading', { name: 'A proof on paper' })).toBeVisible()
  await phone.getByLabel('Take a photograph').setInputFiles(await picture('p. 1'))
  await expect(phone.getByText('1 page on this answer')).toBeVisible()
  await expect(proof.getByRole('button', { name: 'Look at page 1' })).toBeVisible()
  await expectAccessible(phone)
  await expectAccessible(desk)
  await shot(desk, 'desk')
  await shot(phone, 'phone')
  const other = await phoneOf()
  await other.goto(address)
  await expect(other.getByText('This code is in use on another device.')).toBeVisible()

  await test.step('the desk adds, moves, takes off and puts back', async () => {
    await proof.getByLabel('Add a photo or PDF').setInputFiles(await picture('p. 2'))
    await proof.getByRole('button', { name: 'Move page 2 forward' }).click()
    await proof.getByRole('button', { name: 'Take page 2 off' }).click()
    await expect(proof.getByRole('button', { name: 'Look at page 2' })).toHaveCount(0)
    await proof.getByRole('button', { name: 'Put it back' }).click()
    await expect(proof.getByRole('button', { name: 'Look at page 2' })).toBeVisible()
    const sketch = desk.locator(`[data-answer="${slug}.sketch"]`)
    const file = { name: 'sketch.pdf', mimeType: 'application/pdf', buffer: pdf(2) }
    await sketch.getByLabel('Add a photo or PDF').setInputFiles(file)
    await expect(sketch.getByText('Page 1, 2 sheets')).toBeVisible()
    await sketch
      .getByLabel('Add a photo or PDF')
      .setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await expect(sketch.getByRole('alert')).toContainText('Please send a photograph as JPEG')
    await sketch.getByRole('button', { name: 'Put aside' }).click()
    await desk.getByRole('button', { name: 'Submit…' }).first().click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
    await desk.waitForURL(/\/result/)
  })

  const tara = await as('tara')
  await test.step('a TA looks closely and draws', async () => {
    await expect
      .poll(async () => (await tara.request.get(`/staff/exams/${examId}/review`)).text(), { timeout: 30_000 })
      .toContain('Proof')
    await tara.goto(`/staff/exams/${examId}/review/next/${encodeURIComponent(`${slug}.proof`)}`)
    const viewer = tara.getByRole('region', { name: 'Pages' })
    const drawing = viewer.locator('svg[data-scale]')
    await expect(drawing).toBeVisible()
    const scale = Number(await drawing.getAttribute('data-scale'))
    const stage = viewer.getByRole('region', { name: /^Page 1 of 2/ })
    await stage.focus()
    await tara.keyboard.press('+')
    expect(Number(await drawing.getAttribute('data-scale'))).toBeGreaterThan(scale)
    await tara.keyboard.press('r')
    await expect(drawing).toHaveAttribute('data-turn', '1')
    for (let turn = 0; turn < 3; turn++) await tara.keyboard.press('r')
    await expect(drawing).toHaveAttribute('data-turn', '0')
    const box = await stage.boundingBox()
    const at = (x: number, y: number) =>
      [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)] as const
    await viewer.getByRole('button', { name: 'Pen', exact: true }).click()
    await tara.mouse.move(...at(0.4, 0.4))
    await tara.mouse.down()
    await tara.mouse.move(...at(0.5, 0.5), { steps: 5 })
    await tara.mouse.move(...at(0.6, 0.35), { steps: 5 })
    await tara.mouse.up()
    await viewer.getByRole('button', { name: 'Note', exact: true }).click()
    await tara.mouse.click(...at(0.5, 0.6))
    await viewer.getByLabel('Note 1').fill('Here the chain rule is missing.')
    await viewer.getByRole('button', { name: 'Add the note' }).click()
    await expect(viewer.getByText('Here the chain rule is missing.')).toBeVisible()
    await expect(viewer.getByText('Marks saved')).toBeVisible()
    await expect(viewer.locator('[data-mark]')).toHaveCount(2)
    await expectAccessible(tara, 'section[aria-label="Pages"]')
    await shot(tara, 'review')
    await tara.setViewportSize({ width: 390, height: 844 })
    await shot(tara, 'review-390')
  })

  await test.step('after the release the student reads it', async () => {
    await changeRow(
      `insert into release (exam_id, scope, person_id) select $1, 'all', id from person where email = 'ines@example.edu'`,
      [examId],
    )
    await desk.goto(`/attempts/${attemptId}/result`)
    const proofShown = desk.getByRole('article', { name: 'Proof' })
    await expect(proofShown.getByText('Here the chain rule is missing.')).toBeVisible()
    await expect(proofShown.locator('[data-mark]')).toHaveCount(2)
    await expect(proofShown.getByRole('button', { name: 'Pen' })).toHaveCount(0)
    await shot(desk, 'result')
    await desk.emulateMedia({ colorScheme: 'dark' })
    await desk.setViewportSize({ width: 390, height: 844 })
    await shot(desk, 'result-390-dark')
  })
})
