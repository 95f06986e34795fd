import type { Query } from '../db/query.ts'

/**
 * How many open requests of an exam this member of staff may answer: instructors all of them, teaching assistants those
 * about parts that are theirs or nobody's.
 */
export async function waitingFor(run: Query, examId: string, personId: string): Promise<number> {
  const [row] = await run<{ n: number }>(
    `SELECT count(*)::int AS n FROM review_request_now q
     JOIN exam e ON e.id = q.exam_id JOIN membership m ON m.course_id = e.course_id AND m.person_id = $2
     WHERE q.exam_id = $1 AND q.state = 'open' AND (m.role = 'instructor' OR (m.role = 'ta' AND NOT EXISTS (
       SELECT FROM review_assignment a WHERE a.exam_question_id = q.exam_question_id AND a.field = q.field
       HAVING NOT coalesce(bool_or(a.person_id = $2), true))))`,
    [examId, personId],
  )
  return row?.n ?? 0
}
