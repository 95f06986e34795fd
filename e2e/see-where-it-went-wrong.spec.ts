import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { rightAnswers } from './sheets/answer-sheet.ts'
import { gruSlips } from './sheets/questions/gru.ts'
import type { Answers, Params } from './sheets/sheet.ts'
import { beginExam, handIn, typeSheet } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'

// one request for a worked solution is lost on purpose
test.use({ trace: 'off', actionTimeout: 15_000, allow: [/ERR_FAILED.*solutions/] })

const slug = '02-formulas'
const boxes = ['o', 'i', 'c', 's_next']

/** The four boxes of the GRU: the candidate computed with the gate after the product, the rest from that, honestly. */
function oneSlip(given: string, params: Params): Answers {
  if (given !== slug) return {}
  const slip = gruSlips.flat().find(({ mistake }) => mistake === 'reset-after-product')
  const answers = { ...rightAnswers(slug, params), ...slip?.answers(params) }
  return Object.fromEntries(boxes.map((box) => [box, answers[box]!]))
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, 'pixels that stick out of the window').toBeLessThanOrEqual(0)
}

/** The page is set little by little, and measures its boxes when their size changes: until both have been done. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.unseen')).toHaveCount(0, { timeout: 30_000 })
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))),
  )
}

test('a student who made one slip sees where the values parted, and what was accepted', async ({ as }) => {
  test.setTimeout(400_000)
  await enrolStudent('dora', 'Dora Okafor')
  const page = await as('dora')
  const attemptId = await beginExam(page)
  await typeSheet(page, attemptId, oneSlip)
  await handIn(page)

  const candidate = page.getByRole('article', { name: 'Candidate c' })
  const picture = candidate.getByRole('figure')
  // in words, and marked once in the picture
  await expect(picture).toContainText(/Your values part here: entry \d of “Candidate c”\. You wrote 0\.\d{3};/)
  await expect(picture.locator('[data-first]')).toHaveCount(1)
  await expect(picture.locator('ol').getByText('your values part here')).toBeVisible()
  // the state is computed from it, and was judged from the student's own candidate
  await expect(picture.getByRole('listitem').filter({ hasText: 'New state' })).toContainText(
    'follows from your own values',
  )
  await expect(page.getByRole('article', { name: 'New state' })).toContainText('Right from your own earlier values')
  // the gates before it are right and have no picture
  await expect(page.getByRole('article', { name: 'Gate o' }).getByRole('figure')).toHaveCount(0)
  await expect(candidate).toContainText(/Accepted: within ± 0\.0\d+/)

  await page.getByRole('link', { name: 'See where your values part' }).click()
  await expect(picture).toBeInViewport()
  await settled(page)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await settled(page)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await test.step('a worked solution comes when it is opened, and can be asked for again', async () => {
    const details = candidate.locator('details[data-solution]')
    await page.route('**/solutions/**', (route) => route.abort(), { times: 1 })
    await details.locator('summary').click()
    await expect(details.getByRole('alert')).toContainText('did not come')
    await details.getByRole('button', { name: 'Try again' }).click()
    await expect(details.locator('.katex').first()).toBeVisible()
  })

  await test.step('all of them come before the page is printed', async () => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.getByRole('button', { name: 'Print or save as PDF, with all worked solutions' }).click()
    await expect(page.locator('body[data-printed]')).toBeAttached({ timeout: 60_000 })
    const closed = await page.locator('details[data-solution]:not([open])').count()
    expect(closed).toBe(0)
    await expect(page.getByText('Fetching the worked solution…')).toHaveCount(0)
  })

  const ta = await as('tara')
  await ta.goto(`/staff/attempts/${attemptId}`)
  const seen = ta.getByRole('article', { name: 'Candidate c' })
  await expect(seen.locator('[data-first]')).toHaveCount(1)
  await seen.getByText('Band of every entry').click()
  await expect(seen.getByText(/^±0\.0\d+$/).first()).toBeVisible()
  await expectAccessible(ta)
})

test('an author has a question audited and reads the report', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('ines')
  await page.goto('/staff/questions')
  await expectAccessible(page)
  // the demonstration exam was published: its pools were audited
  const question = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'One step of an LSTM' }) })
  await question.getByRole('link', { name: /sound/ }).click()
  const audit = page.locator('#audit')
  await expect(audit).toContainText('pool of')
  await audit.getByRole('button', { name: 'Audit now' }).click()
  await expect(audit).toContainText('audited by hand', { timeout: 180_000 })
  await expect(audit).toContainText(/24 of 24 accepted/)
  await expect(audit).toContainText('Closest pair')
  await audit.getByText('As the terminal prints it').click()
  await expect(audit.locator('pre')).toContainText('24 of 24 variants')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
