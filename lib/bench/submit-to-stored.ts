import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { emailOf } from './class.ts'
import { fillIn } from './fill-in.ts'
import { Session } from './session.ts'

const BATCH = 50

/** One student sits the whole exam; milliseconds from sending the submission to the last grading of it being stored. */
export async function sit(address: string, client: pg.Client, examId: string, student: number): Promise<number> {
  const session = new Session(address)
  await session.signIn(emailOf(student), 'referee-demo')
  const { attemptId } = (await session.send('POST', `/api/exam/v1/exams/${examId}/attempts`, {})) as {
    attemptId: string
  }
  const attempt = `/api/exam/v1/attempts/${attemptId}`
  const { questions } = (await session.get(`${attempt}/paper`)) as { questions: PaperQuestion[] }
  const { epoch } = (await session.get(attempt)) as { epoch: number }
  const saves = questions.flatMap((question) =>
    question.fields.map((field) => ({
      field: `${question.slug}.${field.name}`,
      revision: 1,
      opId: randomUUID(),
      value: fillIn(field, student),
    })),
  )
  for (let at = 0; at < saves.length; at += BATCH)
    await session.send('PUT', `${attempt}/responses`, { epoch, saves: saves.slice(at, at + BATCH) })

  const revisions = Object.fromEntries(saves.map((save) => [save.field, 1]))
  const began = performance.now()
  const { submissionId } = (await session.send('POST', `${attempt}/submission`, { epoch, revisions })) as {
    submissionId: string
  }
  await untilGraded(client, submissionId, questions.length)
  return performance.now() - began
}

async function untilGraded(client: pg.Client, submissionId: string, questions: number): Promise<void> {
  const text = 'select count(distinct exam_question_id)::int as graded from grading where submission_id = $1'
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(2)) {
    const { rows } = await client.query<{ graded: number }>({ name: 'graded', text, values: [submissionId] })
    if (rows[0]!.graded >= questions) return
  }
  throw new Error(`submission ${submissionId} was not graded within a minute`)
}
