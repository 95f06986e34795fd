import { query } from '../db/query.ts'

/** A stretch of time, and whose points may have changed in it. */
export interface Stretch {
  /** microseconds; null: nothing is older */
  since: string | null
  submissions: string[]
}

interface Asked {
  examId: string
  student: string
  part: string | null
  cause: string | null
  /** microseconds; null: now */
  before: string | null
  /** so many gradings and reviews */
  count: number
}

/**
 * The stretch in which the newest gradings and reviews of an exam before a time lie. Working out what changed needs all
 * that ever happened to a submission: with this it is done for those of a page, not for all of a large exam.
 */
export async function recentEvents({ examId, student, part, cause, before, count }: Asked): Promise<Stretch> {
  const [row] = await query<Stretch>(
    `WITH event AS MATERIALIZED (
       SELECT e.submission_id, e.micros FROM (
         SELECT g.submission_id, (extract(epoch FROM g.created_at) * 1000000)::bigint AS micros
         FROM exam_question q JOIN grading g ON g.exam_question_id = q.id
         WHERE q.exam_id = $1 AND ($3::text IS NULL OR q.slug = split_part($3, '.', 1))
           AND ($4::text IS NULL OR $4 IN ('grading', 'again', 'late', 'regrade'))
         UNION ALL
         SELECT r.submission_id, (extract(epoch FROM r.created_at) * 1000000)::bigint
         FROM attempt a JOIN submission s ON a.id IN (s.attempt_id, s.former_attempt_id) JOIN review r ON r.submission_id = s.id
         WHERE a.exam_id = $1 AND ($3 IS NULL OR r.field = $3) AND ($4 IS NULL OR r.cause::text = $4)) e
       WHERE ($5::bigint IS NULL OR e.micros <= $5) AND ($2 = '' OR EXISTS (
         SELECT FROM submission s JOIN attempt a ON a.id = coalesce(s.attempt_id, s.former_attempt_id) JOIN person p ON p.id = a.person_id
         WHERE s.id = e.submission_id AND strpos(lower(p.name || ' ' || p.email), lower($2)) > 0))),
     stretch AS (SELECT min(micros) AS since FROM (SELECT micros FROM event ORDER BY micros DESC LIMIT $6) newest)
     SELECT (SELECT since FROM stretch)::text AS since,
       ARRAY(SELECT DISTINCT submission_id FROM event WHERE micros >= (SELECT since FROM stretch))::text[] AS submissions`,
    [examId, student, part, cause, before, count],
  )
  return row ?? { since: null, submissions: [] }
}
