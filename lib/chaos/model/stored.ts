import { query } from '../../db/query.ts'

/** In the order of their numbers. */
interface StoredAttempt {
  id: string
  state: 'open' | 'closed'
  epoch: number
  questions: number
  /** how many of its variants an earlier one had */
  repeated: number
  /** the question that it is at; null: all at once */
  reached: number | null
}

export interface StoredEvent {
  id: number
  opId: string
  field: string
  epoch: number
  revision: number
  late: boolean
  value: unknown
  /** when it was taken, under the attempt's lock: microseconds */
  at: number
}

/** What was decided on something that does not count; by the exam's sync grace where no person did. */
export interface StoredDecision {
  eventId: number
  field: string
  accepted: boolean
  person: boolean
  at: number
}

/** What was handed in; all but the last gave way when the attempt was opened again. */
export interface StoredSubmission {
  id: string
  former: boolean
  closedBy: string
  at: number
  jobs: number
  answers: { field: string; eventId: number }[]
  /** in their order */
  decisions: StoredDecision[]
  /** what is graded */
  counts: { field: string; eventId: number }[]
}

/** All that the database holds of one student: their attempts, and of the first one everything. */
export interface Stored {
  attempts: StoredAttempt[]
  /** when questions were left, where they are sat one at a time */
  steps: { place: number; at: number }[]
  /** in the order in which they were taken */
  events: StoredEvent[]
  responses: { field: string; eventId: number; value: unknown }[]
  /** in the order of their freezing */
  submissions: StoredSubmission[]
  /** when the attempt was opened again */
  reopenings: number[]
}

const ofFirst = 'a.exam_id = ANY ($1) AND a.person_id = p.id AND a.number = 1'

const moment = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`

/**
 * One statement for a whole batch of students: looking costs less than playing. It takes the jobs that it counts out of
 * the queue, so that the next batch need not pass over them.
 */
export async function readStored(examIds: readonly string[], people: readonly string[]): Promise<Map<string, Stored>> {
  const rows = await query<{ personId: string; stored: Stored }>(
    `WITH taken AS (DELETE FROM pgboss.job WHERE name = 'grade' RETURNING data->>'submissionId' AS id),
     jobs AS (SELECT id, count(*) AS jobs FROM taken GROUP BY id)
     SELECT p.id AS "personId", jsonb_build_object(
       'attempts', coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state, 'epoch', a.epoch,
           'questions', (SELECT count(*) FROM attempt_question q WHERE q.attempt_id = a.id), 'reached', a.reached,
           'repeated', (SELECT count(*) FROM attempt b JOIN attempt_question o ON o.attempt_id = b.id
             JOIN attempt_question q ON q.variant_id = o.variant_id
             WHERE b.exam_id = a.exam_id AND b.person_id = p.id AND b.number < a.number AND q.attempt_id = a.id))
           ORDER BY a.number)
         FROM attempt a WHERE a.exam_id = ANY ($1) AND a.person_id = p.id), '[]'),
       'steps', coalesce((SELECT jsonb_agg(jsonb_build_object('place', t.place, 'at', ${moment('t.created_at')}) ORDER BY t.place)
         FROM attempt_step t JOIN attempt a ON a.id = t.attempt_id WHERE ${ofFirst}), '[]'),
       'events', coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'opId', e.op_id, 'field', e.field,
           'epoch', e.epoch, 'revision', e.revision, 'late', e.late, 'value', e.value, 'at', ${moment('e.received_at')}) ORDER BY e.id)
         FROM save_event e JOIN attempt a ON a.id = e.attempt_id WHERE ${ofFirst}), '[]'),
       'responses', coalesce((SELECT jsonb_agg(jsonb_build_object('field', r.field, 'eventId', r.save_event_id, 'value', r.value))
         FROM response r JOIN attempt a ON a.id = r.attempt_id WHERE ${ofFirst}), '[]'),
       'reopenings', coalesce((SELECT jsonb_agg(${moment('r.created_at')} ORDER BY r.id) FROM staff_action r
         JOIN attempt a ON a.id = r.attempt_id WHERE r.action = 'reopen' AND ${ofFirst}), '[]'),
       'submissions', coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'former', s.attempt_id IS NULL,
           'closedBy', s.closed_by, 'at', ${moment('s.frozen_at')},
           'jobs', coalesce((SELECT jobs FROM jobs WHERE jobs.id = s.id::text), 0),
           'decisions', coalesce((SELECT jsonb_agg(jsonb_build_object('eventId', d.save_event_id, 'field', d.field,
             'accepted', d.accepted, 'person', d.person_id IS NOT NULL, 'at', ${moment('d.created_at')}) ORDER BY d.id)
             FROM late_decision d WHERE d.submission_id = s.id), '[]'),
           'counts', coalesce((SELECT jsonb_agg(jsonb_build_object('field', c.field, 'eventId', c.save_event_id))
             FROM answer_that_counts c WHERE c.submission_id = s.id), '[]'),
           'answers', coalesce((SELECT jsonb_agg(jsonb_build_object('field', w.field, 'eventId', w.save_event_id))
             FROM submission_answer w WHERE w.submission_id = s.id), '[]')) ORDER BY s.frozen_at)
         FROM submission s JOIN attempt a ON a.id IN (s.attempt_id, s.former_attempt_id)
         WHERE ${ofFirst}), '[]')
     ) AS stored FROM person p WHERE p.id = ANY ($2::uuid[])`,
    [examIds, people],
  )
  return new Map(rows.map(({ personId, stored }) => [personId, stored]))
}
