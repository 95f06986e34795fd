import type { RawAnswer } from '../grader/answers/raw-answer.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { lstm } from './sheets/questions/lstm.ts'
import type { Answers } from './sheets/sheet.ts'
import { drawnParams } from './sitting/drawn.ts'
import { ownQuiz } from './sitting/own-quiz.ts'

const slug = lstm.slug

/** Puts these values into the cells, in place of what stands there. */
async function put(page: Page, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers) as [string, RawAnswer][]) {
    if (answer.kind !== 'tensor') throw new Error(`${name} is no tensor`)
    const cells = page.locator(`[data-answer="${slug}.${name}"] input`)
    for (const [k, cell] of answer.cells.entries()) await cells.nth(k).fill(cell)
  }
}

const check = (page: Page) => page.getByRole('button', { name: /^Check/ })

test('a quiz is begun, checked, mended, handed in and tried again; the best attempt counts', async ({ as }) => {
  const examId = await ownQuiz(
    { student: 'nina', instructor: 'ivar' },
    {
      title: 'A quiz on gates',
      slugs: [slug],
      rules: {
        mode: 'quiz',
        attempts_allowed: 3,
        attempt_counts: 'best',
        checks_allowed: 3,
        release_policy: 'at-once',
      },
    },
  )
  const student = await as('nina')
  await student.goto(`/exams/${examId}`)
  await expect(student.getByText('You have 3 attempts; the best one counts.')).toBeVisible()
  await expect(student.getByText('You may check each question 3 times while you work.')).toBeVisible()
  await student.getByRole('button', { name: 'Start the exam' }).click()
  await student.waitForURL(/\/attempts\/[0-9a-f-]+$/)
  const first = student.url()

  // a slip is named, and its points are told
  const [{ params } = { params: {} }] = await drawnParams(first.split('/').at(-1) ?? '')
  const right = lstm.right(params)
  const slip = lstm.slips.flat().find(({ mistake }) => mistake === 'forget-and-input-exchanged')
  await put(student, { ...right, ...slip?.answers(params) })
  await check(student).click()
  await expect(student.getByText('You exchanged')).toBeVisible()
  await expect(student.getByText('2 checks are left.')).toBeVisible()
  await expect(student.getByText(/^[\d.]+ of 4 points so far/)).toBeVisible()
  await expectAccessible(student)

  // mended, it has not been checked yet; then it is right, and stays so when the page is loaded again
  await put(student, right)
  await expect(student.getByText('Changed since it was checked.').first()).toBeVisible()
  await check(student).click()
  await expect(student.getByText('4 of 4 points so far.')).toBeVisible()
  await student.reload()
  // the page is set little by little, its end last
  await expect(student.getByText('4 of 4 points so far.')).toBeVisible({ timeout: 30_000 })
  // it is called what it is, and where time does not run out nobody is warned of it
  await expect(student.getByRole('heading', { name: 'End of the quiz' })).toBeVisible()
  await expect(student.getByText('Warn me before my time is up')).toHaveCount(0)
  await student.getByRole('button', { name: 'Submit…' }).first().click()
  await student.getByRole('dialog', { name: 'Hand in your quiz?' }).getByRole('button', { name: 'Hand in' }).click()
  await student.waitForURL(/\/result$/)

  // another attempt has other numbers and starts empty
  await student.goto('/exams')
  await student.getByRole('link', { name: /^Start another attempt/ }).click()
  await student.getByRole('button', { name: 'Start another attempt' }).click()
  await student.waitForURL((address) => /\/attempts\/[0-9a-f-]+$/.test(address.pathname) && address.href !== first)
  const [again] = await drawnParams(student.url().split('/').at(-1) ?? '')
  expect(again?.params).not.toEqual(params)
  await expect(student.locator(`[data-answer="${slug}.f"] input`).first()).toHaveValue('')
  await expect(student.getByText('3 checks are left.')).toBeVisible()
  await student.getByRole('button', { name: 'Submit…' }).first().click()
  await student.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await student.waitForURL(/\/result$/)

  // the first one was better
  await expect(async () => {
    await student.goto(`/exams/${examId}`)
    const attempts = student.getByRole('region', { name: 'Your attempts' }).getByRole('listitem')
    await expect(attempts.nth(0)).toContainText('counts', { timeout: 500 })
    await expect(attempts.nth(1)).not.toContainText('counts', { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const staff = await as('ivar')
  await staff.goto(`/staff/exams/${examId}`)
  await expect(staff.getByRole('cell', { name: '1 · counts' })).toBeVisible()
  await expectAccessible(staff)
})
