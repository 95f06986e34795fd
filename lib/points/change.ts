/**
 * Why points changed. grading: the grader's first word; again: the same answer graded again; late: something that came
 * late was let count; regrade: by a corrected question, approved by a person; person, rubric, group, request: a reviewer's
 * decision, and what led to it.
 */
export const causes = ['grading', 'again', 'late', 'regrade', 'person', 'rubric', 'group', 'request'] as const
export type Cause = (typeof causes)[number]

/** One change of the points of one field; null points: nobody has decided. */
export interface PointChange {
  at: string
  /** `slug.name` */
  field: string
  cause: Cause
  /** the regrade, late decision, rubric version, group or request that led to it */
  causeId: string | null
  /** who decided; null: nobody, by the exam's own rules */
  by: string | null
  reason: string
  before: number | null
  after: number | null
  /** what the submission has in all after it */
  total: number
  /** the grader's version, where it graded */
  grader: string | null
}

/** What a query over `point_change c` and `person w` reads for a PointChange. */
export const changeColumns = `iso(c.at) AS at, c.field, c.cause, c.cause_id AS "causeId", w.name AS by, c.reason,
  c.before, c.after, c.total, c.grader`
