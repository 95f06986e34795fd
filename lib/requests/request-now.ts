import type { Query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'

export type RequestState = 'open' | 'answered' | 'withdrawn' | 'closed'

/** A request for another look, as it stands. */
export interface RequestNow {
  requestId: string
  submissionId: string
  attemptId: string
  /** 'slug.name' */
  field: string
  examId: string
  courseId: string
  examQuestionId: string
  personId: string
  /** of its newest message: to be sent back with the next one */
  seq: number
  state: RequestState
}

const columns = `q.id AS "requestId", q.submission_id AS "submissionId", s.attempt_id AS "attemptId", q.field,
  q.exam_id AS "examId", e.course_id AS "courseId", q.exam_question_id AS "examQuestionId", q.person_id AS "personId",
  q.seq, q.state`

/** A request, or undefined where there is none. */
export async function findRequest(run: Query, requestId: string): Promise<RequestNow | undefined> {
  const [row] = await run<RequestNow>(
    `SELECT ${columns} FROM review_request_now q JOIN submission s ON s.id = q.submission_id JOIN exam e ON e.id = q.exam_id
     WHERE q.id = $1`,
    [requestId],
  )
  return row
}

/** A request whose messages come one after the other: held to the end of the transaction. */
export async function holdRequest(run: Query, requestId: string): Promise<RequestNow> {
  await run('SELECT FROM review_request WHERE id = $1 FOR NO KEY UPDATE', [requestId])
  const found = await findRequest(run, requestId)
  if (!found) throw notFound()
  return found
}
