import { makeAssistant, otherAnswer } from './reviewing/compared.ts'
import { answersToReview } from './reviewing/forty-answers.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'

/** Gives the answers that come one after the other points by keys: full or none, then on. */
async function score(page: Page, keys: readonly string[]): Promise<void> {
  const heading = page.getByRole('article').getByRole('heading', { level: 2 })
  for (const key of keys) {
    await expect(heading).toHaveText(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/)
    await expect(page.locator('body')).not.toContainText('Student')
    const before = (await heading.textContent()) ?? ''
    await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await expect(heading.or(page.getByText('Nothing more waits here'))).not.toHaveText(before)
  }
  await expect(page.getByRole('heading', { name: 'Nothing more waits here' })).toBeVisible()
}

/** Sends what the screen would send. */
async function decide(page: Page, body: unknown): Promise<void> {
  const status = await page.evaluate(async (given) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/staff/v1/reviews', { method: 'POST', headers, body: JSON.stringify(given) })).status
  }, body)
  expect(status).toBe(200)
}

// a part that asks for calibration first, and a page for those who run the exam
test.use({ allow: [/409 \(Conflict\).*review\/next|404 \(Not Found\).*\/progress/] })

test('two assistants are calibrated and score twice; what differs is settled by who runs the exam', async ({ as }) => {
  const { exam, field } = await answersToReview(4)
  await makeAssistant(exam.courseId, 'chen@example.edu')
  const agreement = `/staff/exams/${exam.examId}/agreement`

  const ines = await as('ines')
  await ines.goto(agreement)
  const part = ines.getByRole('region', { name: /: Why$/ })
  await part.getByLabel('Scored a second time, in %').fill('100')
  await part.getByLabel('Points two scores may differ by').fill('0.5')
  await part.getByLabel('Calibration before reviewing').selectOption('required')
  await part.getByRole('button', { name: 'Save' }).click()
  await expect(part.getByText('Saved.')).toBeVisible()
  await part.getByLabel('Answers to draw').fill('3')
  await part.getByRole('button', { name: 'Add answers' }).click()
  await expect(part.getByText('The calibration set has 3 answers.')).toBeVisible()
  await expectAccessible(ines)

  const [tara, chen] = [await as('tara'), await as('chen')]
  await tara.goto(`/staff/exams/${exam.examId}/review/next/${encodeURIComponent(field)}`)
  await tara.getByRole('link', { name: 'Score the calibration set' }).click()
  await tara.getByRole('link', { name: /Before you review it: score the calibration set \(3 of 3 left\)/ }).click()
  await score(tara, ['f', 'f', 'z'])
  await chen.goto(`/staff/exams/${exam.examId}/blind/calibration/${encodeURIComponent(field)}`)
  await score(chen, ['f', 'z', 'z'])

  const submissionId = await otherAnswer(exam.examId, field)
  await decide(tara, { submissionId, field, version: 0, points: 0 })
  await chen.goto(agreement)
  await expect(chen.getByRole('heading', { name: 'Part by part' })).toHaveCount(0)
  await chen.getByRole('link', { name: 'Score 1 answer a second time' }).click()
  await score(chen, ['f'])

  await ines.reload()
  await expect(part.getByRole('row', { name: /Chen.* and Tara/ })).toContainText(/0\.40 – (fair|moderate)/)
  const differing = ines.getByRole('row').filter({ has: ines.getByRole('link', { name: /^Settle it/ }) })
  await expect(differing).toContainText(/0 \(Tara.*2 \(Chen/)
  await expectAccessible(ines)
  await differing.getByRole('link').click()
  await expect(ines.getByRole('article')).toBeVisible()
  await decide(ines, { submissionId, field, version: 1, points: 2, reason: 'The gate is named.' })
  await ines.goto(agreement)
  await expect(ines.getByText('No two scores differ by more than is allowed.')).toBeVisible()

  await ines.goto(`/staff/exams/${exam.examId}/progress`)
  await expect(ines.getByText(/^\d+ of \d+ answers decided$/)).toBeVisible()
  await expect(ines.getByRole('listitem').filter({ hasText: 'Tara' }).first()).toBeVisible()
  await expectAccessible(ines)
  const refused = await tara.goto(`/staff/exams/${exam.examId}/progress`)
  expect(refused?.status()).toBe(404)
})
