import type { Query } from '../../db/query.ts'
import { byHand } from './by-hand.ts'
import type { StandingReview } from './effect.ts'
import type { PartRubric } from './part-rubric.ts'
import { tickedIds } from './rubric.ts'

interface Row {
  submissionId: string
  version: number
  points: number
  rubric: (string | number)[]
  adjustment: number
  comment: string
}

/** The decisions that hold on a part, one of each submission. */
export async function standingReviews(
  run: Query,
  examId: string,
  field: string,
  { rubric, possible }: PartRubric,
): Promise<StandingReview[]> {
  const rows = await run<Row>(
    `SELECT e.submission_id AS "submissionId", r.version, r.points, r.rubric, r.adjustment, r.comment
     FROM review_entry e
     JOIN review r ON r.submission_id = e.submission_id AND r.field = e.field AND r.version = e.version
     WHERE e.exam_id = $1 AND e.field = $2 AND e.decided
     ORDER BY e.submission_id`,
    [examId, field],
  )
  return rows.map(({ rubric: stored, ...row }) => {
    const ticked = tickedIds(stored)
    return { ...row, ticked, adjustment: byHand(row, ticked, rubric, possible), possible }
  })
}
