import { query } from '../../../db/query.ts'

export interface NewestReview {
  submissionId: string
  version: number
  points: number
  rubric: string[]
  adjustment: number
  comment: string
  cause: string
  causeId: string | null
  reason: string
  rubricVersion: number
}

/** The reviews that hold on a part, as they are stored. */
export const newestReviews = (field: string) =>
  query<NewestReview>(
    `SELECT submission_id AS "submissionId", version, points, rubric, adjustment, comment, cause, cause_id AS "causeId",
       reason, rubric_version AS "rubricVersion"
     FROM newest_review WHERE field = $1 ORDER BY submission_id`,
    [field],
  )
