import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { changeRow } from './sitting/drawn.ts'
import { ownCourse, waitingAnswer } from './sitting/own-course.ts'

// on purpose: a release that is not finished is refused once, and a result that was taken back
test.use({ allow: [/409.*release|403.*result/] })

/** What a page could send from its own origin. */
async function send<T>(page: Page, address: string, body: unknown, method = 'POST'): Promise<T> {
  return page.evaluate(
    async ([to, how, sent]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${to}`, { method: `${how}`, headers, body: `${sent}` })
      return answer.json()
    },
    [address, method, JSON.stringify(body)] as const,
  )
}

/** Hands in a number that is wrong and a text. */
async function sit(student: Page, examId: string, slug: string): Promise<string> {
  await student.goto('/exams')
  const { attemptId } = await send<{ attemptId: string }>(student, `/api/exam/v1/exams/${examId}/attempts`, {})
  const save = (name: string, value: object) => ({ field: `${slug}.${name}`, revision: 1, opId: randomUUID(), value })
  const saves = [
    save('count', { kind: 'number', text: '7' }),
    save('same', { kind: 'text', markdown: 'Its weights are shared.' }),
  ]
  await send(student, `/api/exam/v1/attempts/${attemptId}/responses`, { epoch: 1, saves }, 'PUT')
  await send(student, `/api/exam/v1/attempts/${attemptId}/submission`, { epoch: 1, revisions: {} })
  await expect.poll(() => waitingAnswer(attemptId, `${slug}.same`)).not.toBeNull()
  return attemptId
}

test('results are released by choice; a student asks about a computed part, is answered and has other points', async ({
  as,
}) => {
  test.setTimeout(240_000)
  const title = 'Another look'
  const { examId, field } = await ownCourse({ student: 'luca', instructor: 'maja' }, title)
  await changeRow(
    `insert into membership (course_id, person_id, role)
     select e.course_id, p.id, 'ta' from exam e, person p where e.id = $1 and p.email = 'tara@example.edu'`,
    [examId],
  )
  const slug = field.split('.')[0] ?? ''
  const [student, instructor] = [await as('luca'), await as('maja')]
  const attemptId = await sit(student, examId, slug)
  const result = async () => {
    await student.goto(`/attempts/${attemptId}/result`)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText(title)
  }

  // points alone, looked at before, and not before it is said that something is unfinished
  await instructor.goto(`/staff/exams/${examId}`)
  await instructor.getByRole('link', { name: 'Release of results' }).click()
  await expect(instructor.getByText('1 answer waits for a person')).toBeVisible()
  await instructor.getByRole('button', { name: 'Points only' }).click()
  await expectAccessible(instructor)
  const opened = instructor.waitForEvent('popup')
  await instructor.getByRole('link', { name: 'Open the preview' }).click()
  const preview = await opened
  await expect(preview.getByText('Shown: What people decided, Points.')).toBeVisible()
  await expect(preview.getByText('Expected', { exact: true })).toHaveCount(0)
  await preview.close()
  await instructor.getByRole('button', { name: 'Release now' }).click()
  await expect(instructor.getByText('Tick the box above')).toBeVisible()
  await instructor.getByLabel('Release although not everything is finished').check()
  await instructor.getByRole('button', { name: 'Release now' }).click()
  await expect(instructor.getByText(/^Since .*: What people decided, Points\.$/)).toBeVisible()
  await result()
  const count = student.getByRole('article', { name: 'Number of weights and biases' })
  await expect(count).toContainText('0 of 1 point')
  await expect(student.getByText('Expected', { exact: true })).toHaveCount(0)
  await expect(student.getByText('Worked solution')).toHaveCount(0)
  await expectAccessible(student)

  // everything
  await instructor.getByRole('button', { name: 'Everything', exact: true }).click()
  await instructor.getByLabel('Release although not everything is finished').check()
  await instructor.getByRole('button', { name: 'Release now' }).click()
  await expect(instructor.getByText(/^Since .*How the class did\.$/)).toBeVisible()
  await result()
  await expect(count.getByText('Expected', { exact: true })).toBeVisible()

  // the student asks about the computed part
  await count.getByRole('button', { name: 'Ask for another look' }).click()
  await count.getByLabel('What it is about').fill('I left out the **biases**: $7 = n \\cdot m$.')
  await expectAccessible(student)
  await count.getByRole('button', { name: 'Send the request' }).click()
  await expect(count.getByText('Your request waits for an answer.')).toBeVisible()
  await expect(count.locator('.katex')).toHaveCount(1)

  // an assistant finds it, looks at all there is, answers and gives points
  const assistant = await as('tara')
  await assistant.goto(`/staff/exams/${examId}`)
  await assistant.getByRole('link', { name: 'Requests for another look (1)' }).click()
  await expectAccessible(assistant)
  await assistant.getByRole('link', { name: /^Open the request of/ }).click()
  await expect(assistant.getByText('I left out the')).toBeVisible()
  await expect(assistant.getByText('Luca')).toHaveCount(0)
  await assistant.getByRole('button', { name: 'I look at it' }).click()
  await expect(assistant.getByText(/You are looking at it until/)).toBeVisible()
  await assistant.getByLabel('Your answer').fill('So you did. Half of it.')
  await assistant.getByLabel('Points from now on').fill('0.5')
  await expectAccessible(assistant)
  await assistant.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(assistant.getByText('Points: 0 → 0.5.')).toBeVisible()

  // the student reads it, without a name, and goes on
  await student.goto('/exams')
  await expect(student.getByText('A request of yours was answered')).toBeVisible()
  await result()
  await expect(count).toContainText('0.5 of 1 point')
  await expect(count.getByText('So you did. Half of it.')).toBeVisible()
  await expect(student.getByText('0 → 0.5 points. You had asked for another look.')).toBeVisible()
  await expect(student.getByText('Tara')).toHaveCount(0)
  await count.getByRole('button', { name: 'Reply' }).click()
  await count.getByLabel('Your reply').fill('Thank you.')
  await count.getByRole('button', { name: 'Send the reply' }).click()
  await expect(count.getByText('Thank you.')).toBeVisible()
  await expectAccessible(student)

  // taken back at once
  await instructor.getByLabel(/^Why/).fill('A wrong key.')
  await instructor.getByRole('button', { name: 'Take everything back' }).click()
  await expect(instructor.getByText('Nothing: results are not released.')).toBeVisible()
  await expect(instructor.getByRole('cell', { name: 'A wrong key.' })).toBeVisible()
  await student.reload()
  await expect(student.getByRole('heading', { name: 'No result yet' })).toBeVisible()
})
