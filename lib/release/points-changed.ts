import { query } from '../db/query.ts'

/** A change of points that came after the result was there. Nobody is named in it. */
export interface PointsChange {
  /** 'slug.name' */
  field: string
  at: string
  before: number | null
  after: number | null
  /** what it came of: a corrected question, late answers, a person, a rubric or a group for everybody, one's own request … */
  cause: 'grading' | 'again' | 'regrade' | 'late' | 'person' | 'rubric' | 'group' | 'request'
  reason: string
}

/** Since when the result of a submission is to be read: since the first release that was not taken back, or its gradings. */
const visibleSince = `SELECT coalesce((SELECT min(takes_effect) FROM release_times WHERE exam_id = $1 AND scope <> 'none'
    AND (replaced_at IS NULL OR replaced_at >= takes_effect) AND takes_effect <= clock_timestamp()
    AND id > coalesce((SELECT max(id) FROM release WHERE exam_id = $1 AND scope = 'none'), 0)),
  (SELECT max(first) FROM (SELECT min(created_at) AS first FROM grading WHERE submission_id = $2
    GROUP BY exam_question_id) g))`

/** What changed of a submission's points since its result is to be read, in the order of time. */
export async function pointsChanged(examId: string, submissionId: string, reviewed: boolean): Promise<PointsChange[]> {
  // where people's decisions are not shown, the grader's alone make the points, and what answers to requests made of them
  const changes = reviewed
    ? 'SELECT field, at, before, after, cause, reason FROM point_change WHERE exam_id = $1 AND submission_id = $2'
    : `SELECT field, at, lag(graded) OVER (PARTITION BY field ORDER BY at, source_id) AS before, graded AS after, cause, reason
       FROM point_event WHERE exam_id = $1 AND submission_id = $2 AND source = 'grading'
       UNION ALL
       SELECT q.field, m.created_at, m.before, m.after, 'request', '' FROM review_request_message m
       JOIN review_request q ON q.id = m.request_id WHERE q.submission_id = $2 AND m.review_version IS NOT NULL`
  return query<PointsChange>(
    `SELECT field, iso(at) AS at, before, after, cause, reason FROM (${changes}) c
     WHERE at > (${visibleSince}) AND before IS DISTINCT FROM after ORDER BY c.at, field`,
    [examId, submissionId],
  )
}
