import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { rightAnswers } from './sheets/answer-sheet.ts'
import { plantedAnswers } from './sheets/planted-sheet.ts'
import { beginExam, handIn, typeSheet } from './sitting/begin.ts'
import { storedGradings, submissionOf } from './sitting/drawn.ts'
import { openExam } from './sitting/open-exam.ts'

// some four hundred boxes are typed into: a trace of each keystroke would take longer than the exam
test.use({ trace: 'off', actionTimeout: 15_000 })
test.describe.configure({ mode: 'serial' })

/** What Ada handed in: others wait in the same queue. */
let submissionId = ''

/** To the answers of a part, and of them to Ada's. */
async function findAnswer(ta: Page, field: string) {
  await ta.goto(`${new URL(ta.url()).pathname.replace(/\/review.*/, '')}/review/answers/${field}`)
  return ta.locator(`a[href*="/review/${submissionId}/"]`)
}

test('a student types the whole answer sheet, hands in, and every computed part is right', async ({ as }) => {
  test.setTimeout(300_000)
  const page = await as('ada')
  const attemptId = await beginExam(page)
  await typeSheet(page, attemptId, rightAnswers)
  await handIn(page)
  await expectAccessible(page)

  const result = await (await page.request.get(`/api/exam/v1/attempts/${attemptId}/result`)).json()
  expect(result.state).toBe('ready')
  const prose: string[] = []
  let computed = 0
  for (const question of result.questions) {
    for (const field of question.fields) {
      const key = `${question.slug}.${field.name}`
      const asked = question.paper.fields.find((one: { name: string }) => one.name === field.name)
      if (asked.kind === 'text') prose.push(key)
      else {
        expect(`${key} ${field.grading.verdict} ${field.grading.score}`).toBe(`${key} right 1`)
        computed += asked.points
      }
    }
  }
  // what a person with the key beside them would give: all of the computed parts, and prose still to be read
  expect(result.points.earned).toBeCloseTo(computed, 6)
  expect(result.points.possible).toBeCloseTo(100, 6)
  expect(result.points.waiting).toBeCloseTo(100 - computed, 6)
  await expect(page.getByText('Worked solution').first()).toBeVisible()

  const ta = await as('tara')
  await openExam(ta)
  await ta.getByRole('link', { name: 'Review answers' }).click()
  submissionId = await submissionOf(attemptId)
  await expect(ta.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
  await expectAccessible(ta)
  for (const field of prose) await expect(await findAnswer(ta, field)).toHaveCount(1)
})

test('a teaching assistant scores the prose, and the student reads points and comment', async ({ as }) => {
  const ta = await as('tara')
  await openExam(ta)
  await ta.getByRole('link', { name: 'Review answers' }).click()
  await expect(ta.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
  await (await findAnswer(ta, '01-short-answers.ensemble')).click()
  await ta.getByRole('checkbox').first().check()
  await expect(ta.getByLabel('Points', { exact: true })).not.toHaveValue('')
  await ta.getByLabel('Comment to the student').fill('Well put.')
  await expectAccessible(ta)
  await ta.getByRole('button', { name: 'Save and next' }).click()
  await expect(ta.getByText('All saved')).toBeVisible()
  await (await findAnswer(ta, '01-short-answers.ensemble')).click()
  await expect(ta.getByText('Earlier decisions')).toBeVisible()

  const instructor = await as('ines')
  await openExam(instructor)
  await expectAccessible(instructor)
  await instructor.getByRole('link', { name: 'Release of results' }).click()
  await instructor.getByRole('checkbox', { name: 'Release although not everything is finished' }).check()
  await instructor.getByRole('button', { name: 'Release now' }).click()
  await expect(instructor.getByText('Released.', { exact: true })).toBeVisible()
  await expectAccessible(instructor)
  await openExam(instructor)
  await instructor.getByRole('link', { name: 'Open the result of Ada Lindqvist' }).click()
  await expect(instructor.getByText('How it was executed')).toBeVisible()
  await expectAccessible(instructor)

  const student = await as('ada')
  await student.goto('/exams')
  await student.getByRole('link', { name: 'See the result' }).click()
  await expect(student.getByText('Well put.')).toBeVisible()
})

test('a student with one planted mistake in every computed part is told each by name', async ({ as }) => {
  test.setTimeout(300_000)
  const page = await as('ben')
  const attemptId = await beginExam(page)
  const expected: Record<string, string> = {}
  await typeSheet(page, attemptId, (slug, params) => {
    const planted = plantedAnswers(slug, params)
    for (const [field, name] of Object.entries(planted.expectedNames)) expected[`${slug}.${field}`] = name
    return planted.answers
  })
  await handIn(page)
  const gradings = await storedGradings(attemptId)
  // In one variant of fifty a mistake's value is as near to another's: it earns its share and is given no name.
  const unnamed = Object.keys(expected).filter((key) => !gradings.get(key)?.named)
  for (const key of unnamed) expect(gradings.get(key), key).toMatchObject({ verdict: 'partial' })
  expect(unnamed.length).toBeLessThanOrEqual(2)
  const named = Object.fromEntries(Object.keys(expected).map((key) => [key, gradings.get(key)?.named?.id]))
  expect(named).toEqual({ ...expected, ...Object.fromEntries(unnamed.map((key) => [key, undefined])) })
  await expect(page.getByText('What happened:').first()).toBeVisible()
})
