import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { pseudonymsOf } from '../review/blind/pseudonyms.ts'
import type { RequestState } from './request-now.ts'

/** A request in the list of an exam, without a name. */
export interface ListedRequest {
  requestId: string
  /** stands for the student */
  code: string
  field: string
  question: string
  label: string
  state: RequestState
  askedAt: string
  changedAt: string
  /** how long it has waited, or did until its first answer; null: it was never answered and waits no more */
  waited: number | null
  claimedBy: string | null
  /** who answered last */
  answeredBy: string | null
  /** of all its answers; null where there is none */
  change: number | null
}

interface Row extends Omit<ListedRequest, 'code'> {
  attemptId: string
  examQuestionId: string
}

/**
 * An exam's requests that the asker may answer: those that wait first, the oldest of them at the top; then the others, the
 * newest first. Assistants see those about parts that are theirs or nobody's.
 */
export async function listRequests(principal: Principal | null, examId: string): Promise<ListedRequest[]> {
  const { personId, role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const rows = await query<Row>(
    `SELECT q.id AS "requestId", s.attempt_id AS "attemptId", q.exam_question_id AS "examQuestionId", q.field,
       v.paper->>'title' AS question, coalesce(f->>'label', q.field) AS label, q.state, iso(q.created_at) AS "askedAt",
       iso(q.changed_at) AS "changedAt",
       extract(epoch FROM coalesce(a.first, CASE WHEN q.state = 'open' THEN clock_timestamp() END) - q.created_at)::float8
         AS waited,
       (SELECT p.name FROM review_request_claim c JOIN person p ON p.id = c.person_id
        WHERE c.request_id = q.id AND c.until > clock_timestamp()) AS "claimedBy",
       (SELECT p.name FROM review_request_message m JOIN person p ON p.id = m.person_id
        WHERE m.request_id = q.id AND m.act = 'answer' ORDER BY m.seq DESC LIMIT 1) AS "answeredBy", a.change
     FROM review_request_now q
     JOIN submission s ON s.id = q.submission_id
     JOIN variant_as_graded v ON v.attempt_id = s.attempt_id AND v.exam_question_id = q.exam_question_id
     LEFT JOIN LATERAL jsonb_array_elements(v.paper->'fields') f ON f->>'name' = substr(q.field, strpos(q.field, '.') + 1)
     CROSS JOIN LATERAL (SELECT min(created_at) AS first, sum(coalesce(after, 0) - coalesce(before, 0)) AS change
       FROM review_request_message m WHERE m.request_id = q.id AND m.act = 'answer') a
     WHERE q.exam_id = $1 AND ($2 OR NOT EXISTS (SELECT FROM review_assignment r
       WHERE r.exam_question_id = q.exam_question_id AND r.field = q.field HAVING NOT coalesce(bool_or(r.person_id = $3), true)))
     ORDER BY q.state = 'open' DESC, CASE WHEN q.state = 'open' THEN q.changed_at END, q.changed_at DESC, q.id`,
    [examId, role !== 'ta', personId],
  )
  const codeOf = await pseudonymsOf(query, examId)
  return rows.map(({ attemptId, examQuestionId, ...row }) => ({ ...row, code: codeOf(attemptId, examQuestionId) }))
}
