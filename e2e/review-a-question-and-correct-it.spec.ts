import { emptyCourse } from './building/own-course.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { handIn } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { typeAnswer } from './sitting/type-answer.ts'

const slug = 'sum-of-two'
const source = `---
title: The sum of two numbers
parameters:
  a: decimal(1, 9, 1)
  b: decimal(1, 9, 1)
reference:
  total: a - b
answers:
  total: { points: 2, decimals: 1, label: Total }
mistakes:
  half: { steps: { total: a }, says: You forgot the second number. }
---
Add {{a}} and {{b}}: :answer[total]
`

/** Sends what a page of ours would send. */
async function send<T>(page: Page, path: string, body: unknown): Promise<T> {
  return page.evaluate(
    async ([address, given]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/staff/v1/${address}`, { method: 'POST', headers, body: JSON.stringify(given) })
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [path, body] as const,
  )
}

/** An exam of that question, with its results at once. */
async function publishedExam(page: Page, courseId: string): Promise<string> {
  const examId = crypto.randomUUID()
  await changeRow(
    `insert into exam (id, course_id, slug, title, duration_seconds, release_policy) values ($1, $2, 'sums', 'Sums', 3600, 'at-once')`,
    [examId, courseId],
  )
  await changeRow('insert into exam_question (exam_id, position, slug, points) values ($1, 1, $2, 2)', [examId, slug])
  await send(page, `exams/${examId}/publish`, {})
  return examId
}

// what nobody has approved is refused
test.use({ allow: [/status of 409/] })

test('a second author comments and approves, the version is published, and a mistake in it is corrected without anybody losing', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const people = { student: 'bela', instructor: 'ruth', author: 'ansel' }
  const courseId = await emptyCourse(people, 'Sums')
  await changeRow(
    `update membership set role = 'ta' where course_id = $1 and person_id = (select id from person where email = 'ansel@example.edu')`,
    [courseId],
  )
  await changeRow(
    `insert into question_review_rule (course_id, required, person_id) select $1, true, id from person where email = 'ruth@example.edu'`,
    [courseId],
  )
  const author = await as('ansel')
  await author.goto('/staff')
  await send(author, 'questions', { slug, courseId, source })
  const { version } = await send<{ version: string }>(author, `questions/${slug}/versions`, {
    revision: 1,
    note: 'New',
  })
  await author.goto(`/staff/questions/${slug}/review`)
  await author.getByLabel('What to look at').fill('Is the text clear?')
  await author.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(author.getByText('Ansel asked for a review')).toBeVisible()

  const reader = await as('ruth')
  await test.step('a version that nobody approved is not published', async () => {
    await reader.goto(`/staff/questions/${slug}/history?publish=${version}`)
    await reader.getByLabel('What is new in it').fill('For the first exam')
    await reader.getByRole('button', { name: 'Audit and publish' }).click()
    await expect(reader.getByText('only after a second author has approved it')).toBeVisible({ timeout: 60_000 })
    await reader.getByRole('link', { name: 'Ask for a review' }).click()
  })

  await test.step('the second author comments on a line with the keyboard, and approves', async () => {
    await reader.getByRole('button', { name: 'Comment on line 1', exact: true }).focus()
    await reader.keyboard.press('ArrowDown')
    await reader.keyboard.press('Enter')
    await reader.keyboard.type('Say that they have one decimal.')
    await reader.getByRole('listitem').getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(reader.getByRole('article')).toContainText('Say that they have one decimal.')
    await reader.getByRole('button', { name: 'Dealt with' }).click()
    await expect(reader.getByText('Dealt with by Ruth')).toBeVisible()
    await reader.getByRole('radio', { name: 'Approve' }).check()
    await reader.getByRole('button', { name: 'Give your review' }).click()
    await expect(reader.getByText('Ruth approved it')).toBeVisible()
    await expectAccessible(reader)
  })

  await test.step('it is published then, and what is new is seen in its history', async () => {
    await reader.goto(`/staff/questions/${slug}/history?publish=${version}`)
    await reader.getByRole('button', { name: 'Audit and publish' }).click()
    await expect(reader.getByText('It is published.')).toBeVisible({ timeout: 30_000 })
    await reader.goto(`/staff/questions/${slug}/history`)
    await expect(reader.getByText(`Exams get version ${version.slice(0, 10)}`)).toBeVisible()
  })

  const examId = await publishedExam(reader, courseId)
  const student = await as('bela')
  await test.step('a student answers by the text, and is told that it is wrong', async () => {
    const begin = student.getByRole('button', { name: 'Start the exam' })
    await expect(async () => {
      await student.goto(`/exams/${examId}`)
      await expect(begin).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    await begin.click()
    await student.waitForURL(/\/attempts\/[0-9a-f-]+$/)
    await typeAnswer(student, `${slug}.total`, { kind: 'number', text: '777' })
    await handIn(student)
    await expect(student.getByRole('article', { name: 'Total' })).toContainText('0 of 2')
  })

  await test.step('everybody is given the points: who gains is shown first', async () => {
    await reader.goto(`/staff/questions/${slug}/history`)
    await reader.getByRole('link', { name: /^Correct it/ }).click()
    await reader.getByLabel('Why, for whoever reads the history').fill('The reference subtracts.')
    await reader.getByLabel('What students are told').fill('The total was computed wrongly. Everybody has its points.')
    await expectAccessible(reader)
    await reader.getByRole('button', { name: 'See who gains and who loses' }).click()
    await expect(reader.getByText('1 student gains')).toBeVisible({ timeout: 60_000 })
    await expect(reader.getByText('Everybody has all points of total')).toBeVisible()
    await student.reload()
    await expect(student.getByRole('article', { name: 'Total' })).toContainText('0 of 2')
    await reader.getByRole('button', { name: 'Approve: these gradings count' }).click()
    await expect(reader.getByText(/approved: its gradings count/)).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the student reads it with the result', async () => {
    await student.reload()
    await expect(student.getByRole('article', { name: 'Total' })).toContainText('2 of 2')
    await expect(student.getByRole('region', { name: 'Corrected questions' })).toContainText(
      'Everybody has its points.',
    )
    await expect(student.getByText('everybody has all points of this part')).toBeVisible()
    await reader.goto(`/staff/questions/${slug}/history`)
    await expect(reader.getByText('Corrected in an exam')).toBeVisible()
  })
})
