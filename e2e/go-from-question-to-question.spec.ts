import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, test } from './setup/test.ts'
import { ownQuiz } from './sitting/own-quiz.ts'

// what was left is refused, and that is what the test is about
test.use({ allow: [/422.*responses/] })

test('an exam goes from question to question, and none that was left can be changed', async ({ as }) => {
  const slugs = ['08-lstm-step', '09-bias-variance', '10-feed-forward']
  const examId = await ownQuiz(
    { student: 'omar', instructor: 'ivar' },
    {
      title: 'One after the other',
      slugs,
      rules: { navigation: 'forward' },
      section: { title: 'Two of three', instructions: 'Work without a calculator.', pick: 2 },
    },
  )
  const student = await as('omar')
  await student.goto(`/exams/${examId}`)
  await expect(student.getByText('2 questions, 8 points')).toBeVisible()
  await expect(student.getByText('One question at a time:')).toBeVisible()
  await student.getByRole('button', { name: 'Start the exam' }).click()
  await student.waitForURL(/\/attempts\/[0-9a-f-]+$/)
  const attempt = `/api/exam/v1${new URL(student.url()).pathname}`

  await expect(student.getByText('Work without a calculator.')).toBeVisible()
  await expect(student.getByRole('heading', { level: 2, name: 'Question 1 of 2' })).toBeVisible()
  await expect(student.getByRole('button', { name: 'Submit…' })).toHaveCount(0)
  await expectAccessible(student)
  const before = await (await student.request.get(`${attempt}/paper`)).json()
  const [{ slug, fields }] = before.questions
  expect(before.questions).toHaveLength(1)
  await student.getByRole('button', { name: /^Flag question 1/ }).click()
  await student.getByRole('button', { name: 'Next question…' }).click()
  await student.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  await student.getByRole('button', { name: 'Next question…' }).click()
  await student.getByRole('dialog').getByRole('button', { name: 'Go to the next question' }).click()

  // the second is the last; the first one is gone, also for who asks the server directly
  await expect(student.getByRole('button', { name: 'Flag question 2' })).toBeVisible()
  await expect(student.getByRole('button', { name: 'Submit…' }).first()).toBeVisible()
  const after = await (await student.request.get(`${attempt}/paper`)).json()
  expect(after.questions.map((question: { slug: string }) => question.slug)).not.toContain(slug)
  const saves = [{ field: `${slug}.${fields[0].name}`, revision: 9, opId: randomUUID(), value: null }]
  const headers = { origin: new URL(student.url()).origin, 'sec-fetch-site': 'same-origin' }
  const answer = await student.request.put(`${attempt}/responses`, { data: { epoch: 1, saves }, headers })
  expect(answer.status()).toBe(422)
})
