import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { closeOverdue } from './close-overdue.ts'
import { requireOwnAttempt } from './facts.ts'
import type { Flag } from './value.ts'

export interface AttemptState {
  id: string
  examId: string
  state: 'open' | 'closed'
  epoch: number
  /** the database's clock */
  serverNow: string
  /** null: there is none */
  deadline: string | null
  graceSeconds: number
  startedAt: string
  submittedAt: string | null
  responses: Record<string, { epoch: number; revision: number; value: RawAnswer | Flag | null }>
  /** number of the newest announcement; 0: there is none */
  announcements: number
}

type Row = Omit<AttemptState, 'responses'> & {
  overdue: boolean
  responses: AttemptState['responses'] | null
}

async function read(attemptId: string): Promise<Row> {
  const [row] = await query<Row>(
    `SELECT a.id, a.exam_id AS "examId", a.state, a.epoch, iso(clock_timestamp()) AS "serverNow",
       iso(t.deadline) AS deadline, e.grace_seconds AS "graceSeconds", iso(a.started_at) AS "startedAt",
       iso(s.frozen_at) AS "submittedAt", a.state = 'open' AND clock_timestamp() > t.shuts AS overdue,
       (SELECT coalesce(max(n.id), 0)::int FROM announcement n WHERE n.exam_id = a.exam_id) AS announcements,
       (SELECT jsonb_object_agg(r.field, jsonb_build_object('epoch', r.epoch, 'revision', r.revision, 'value', r.value))
        FROM response r WHERE r.attempt_id = a.id) AS responses
     FROM attempt a JOIN exam e ON e.id = a.exam_id CROSS JOIN LATERAL attempt_times(a.id) t
     LEFT JOIN submission s ON s.attempt_id = a.id WHERE a.id = $1`,
    [attemptId],
  )
  if (!row) throw notFound()
  return row
}

/** Where an attempt stands and what of it is saved. Looking at an overdue attempt closes it. */
export async function attemptState(principal: Principal | null, attemptId: string): Promise<AttemptState> {
  await requireOwnAttempt(principal, attemptId)
  let row = await read(attemptId)
  if (row.overdue) {
    await closeOverdue(attemptId)
    row = await read(attemptId)
  }
  const { overdue: _, responses, ...state } = row
  return { ...state, responses: responses ?? {} }
}
