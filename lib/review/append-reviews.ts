import type { Query } from '../db/query.ts'

/** A decision over one field, to be appended. */
export interface NewReview {
  submissionId: string
  field: string
  /** the newest review that was seen, 0 where there was none */
  version: number
  reviewerId: string
  /** null takes earlier decisions back: the grader's holds */
  points: number | null
  rubric: readonly string[]
  rubricVersion: number
  adjustment: number
  comment: string
  reason: string
  cause: 'person' | 'rubric' | 'group' | 'request'
  causeId?: string | null
  seconds?: number | null
}

export interface StoredReview {
  submissionId: string
  field: string
  version: number
}

/**
 * Appends decisions, all in one statement. One whose field somebody else has decided meanwhile is left out: what is
 * returned was stored, in no order.
 */
export async function appendReviews(run: Query, reviews: readonly NewReview[]): Promise<StoredReview[]> {
  if (reviews.length === 0) return []
  return run<StoredReview>(
    `INSERT INTO review (submission_id, field, version, reviewer_id, points, rubric, rubric_version, adjustment, comment,
       reason, cause, cause_id, seconds, grading_id)
     SELECT r."submissionId", r.field, r.version + 1, r."reviewerId", r.points, r.rubric, r."rubricVersion", r.adjustment,
       r.comment, r.reason, r.cause, r."causeId", r.seconds, e.grading_id
     FROM jsonb_to_recordset($1::jsonb) AS r("submissionId" uuid, field text, version int, "reviewerId" uuid, points float8,
       rubric jsonb, "rubricVersion" int, adjustment float8, comment text, reason text, cause review_cause, "causeId" text,
       seconds float8)
     JOIN review_entry e ON e.submission_id = r."submissionId" AND e.field = r.field
     WHERE r.version = (SELECT coalesce(max(v.version), 0) FROM review v
       WHERE v.submission_id = r."submissionId" AND v.field = r.field)
     ORDER BY r."submissionId", r.field
     ON CONFLICT (submission_id, field, version) DO NOTHING
     RETURNING submission_id AS "submissionId", field, version`,
    [JSON.stringify(reviews)],
  )
}
