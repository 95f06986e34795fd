import type { FieldGrading } from '../../grader/marking/verdict.ts'
import { roundPoints } from '../attempts/scale.ts'

/** Points of a field: a person's decision over the grader's, unless it was taken back; null while neither has decided. */
export function fieldPoints(
  points: number,
  grading: Pick<FieldGrading, 'score'> | null,
  review: { points: number | null } | null,
): number | null {
  if (review?.points != null) return review.points
  return grading?.score == null ? null : roundPoints(grading.score * points)
}
