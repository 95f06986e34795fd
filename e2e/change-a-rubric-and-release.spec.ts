import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { ownCourse, waitingAnswer } from './sitting/own-course.ts'

/** What a page could send from its own origin. */
async function send<T>(page: Page, address: string, body: unknown, method = 'POST'): Promise<T> {
  return page.evaluate(
    async ([to, how, sent]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${to}`, { method: `${how}`, headers, body: `${sent}` })
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [address, method, JSON.stringify(body)] as const,
  )
}

// the student looks before there is anything to read
test.use({ allow: [/403.*result/] })

test('an instructor changes a rubric, sees whom it touches, applies and releases it; the student reads why', async ({
  as,
}) => {
  const { examId, field } = await ownCourse({ student: 'zora', instructor: 'jana' }, 'Rubrics that change')
  const [student, instructor] = [await as('zora'), await as('jana')]

  // an answer is handed in, graded and reviewed
  await student.goto('/exams')
  const { attemptId } = await send<{ attemptId: string }>(student, `/api/exam/v1/exams/${examId}/attempts`, {})
  const attempt = `/api/exam/v1/attempts/${attemptId}`
  const value = { kind: 'text', markdown: 'Every pixel is a row, and its weights are shared.' }
  await send(
    student,
    `${attempt}/responses`,
    { epoch: 1, saves: [{ field, revision: 1, opId: randomUUID(), value }] },
    'PUT',
  )
  await send(student, `${attempt}/submission`, { epoch: 1, revisions: { [field]: 1 } })
  await expect.poll(() => waitingAnswer(attemptId, field)).not.toBeNull()
  const submissionId = await waitingAnswer(attemptId, field)
  await instructor.goto(`/staff/exams/${examId}`)
  const review = {
    submissionId,
    field,
    version: 0,
    rubric: ['file-0', 'file-2'],
    comment: 'The map has $w \\cdot h$ **rows**.',
  }
  await send(instructor, '/api/staff/v1/reviews', review)

  // the rubric of the part
  await instructor.getByRole('link', { name: 'Rubrics' }).click()
  await instructor.getByRole('link', { name: /Why the two layers are the same/ }).click()
  await expect(instructor.getByText('Nothing is changed: 1 review stands.')).toBeVisible()
  await expectAccessible(instructor)

  // by keyboard: less for the first item, a new one below, and that one up
  const amount = instructor.getByLabel('Amount of item 1')
  await amount.fill('0.5')
  await expect(instructor.getByText('1 of 1 review would change:')).toBeVisible()
  await amount.press('Enter')
  await instructor.keyboard.type('Draws $W$ as a matrix')
  await expect(instructor.getByText('Every item needs a text and an amount.')).toBeVisible()
  await instructor.getByLabel('Amount of item 2').fill('0,25')
  await instructor.getByLabel('Amount of item 2').press('Alt+ArrowDown')
  await expect(instructor.getByLabel('Text of item 3')).toHaveValue('Draws $W$ as a matrix')
  const effect = instructor.getByRole('region', { name: 'What this would do' })
  await expect(effect).toContainText('1 loses. On average 1.5 → 1.')
  await expect(effect.getByRole('row', { name: '1.5 → 1' })).toBeVisible()
  await instructor.getByLabel(/Why points change/).fill('The first item was worth too much.')
  await expectAccessible(instructor)
  await instructor.getByRole('button', { name: 'Apply: 1 review changes' }).click()
  await expect(instructor.getByText('Applied. 1 review changed.')).toBeVisible()
  await expect(instructor.getByText('Nothing is changed: 1 review stands.')).toBeVisible()
  await instructor.getByText('One edit').click()
  await expect(instructor.getByText('The first item was worth too much.')).toBeVisible()

  // nothing of it is the student's before it is released
  await student.goto(`/attempts/${attemptId}/result`)
  await expect(student.getByRole('heading', { name: 'No result yet' })).toBeVisible()
  await instructor.goto(`/staff/exams/${examId}`)
  await instructor.getByRole('link', { name: 'Release of results' }).click()
  await instructor.getByRole('button', { name: 'Release now' }).click()
  await expect(instructor.getByText('Released.', { exact: true })).toBeVisible()

  await student.reload()
  const part = student.getByRole('article', { name: 'Why the two layers are the same' })
  await expect(part).toContainText('1 of 2 points')
  await expect(part.getByRole('listitem')).toHaveCount(2)
  await expect(part.getByRole('listitem').first()).toContainText('+0.5')
  await expect(part.getByRole('listitem').first()).toContainText('A 1×1 filter sees one pixel')
  await expect(part.locator('strong', { hasText: 'rows' })).toBeVisible()
  await expect(part.locator('.katex').first()).toBeVisible()
  await expectAccessible(student)

  // where answers are reviewed, what was said is said again by keyboard
  await instructor.goto(`/staff/exams/${examId}/review/${submissionId}/${field}`)
  const bank = instructor.getByRole('dialog', { name: 'Comments on this part' })
  await expect(async () => {
    await instructor.keyboard.press('m')
    await expect(bank).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(bank.getByText('used once')).toBeVisible()
  await expectAccessible(instructor, '[role=dialog]')
  await instructor.keyboard.type('rows')
  await instructor.keyboard.press('Enter')
  await expect(bank).toHaveCount(0)
  await expect(instructor.getByLabel('Comment to the student')).toHaveValue(/rows\*\*\.\n.*rows/)
  await expect(instructor.getByLabel('Comment to the student')).toBeFocused()

  // and who edits the rubric there is told that students see it
  await instructor.getByRole('button', { name: 'Edit rubric' }).click()
  const dialog = instructor.getByRole('dialog', { name: 'Rubric: Why the two layers are the same' })
  await dialog.getByLabel('Amount of item 1').fill('1')
  await expect(dialog.getByText('students see the new points at once')).toBeVisible()
  await expectAccessible(instructor, '[role=dialog]')
})
