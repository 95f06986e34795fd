import { overRubric, type Rubric, rubricPoints } from './rubric.ts'

interface Decided {
  points: number
  adjustment: number
}

/**
 * What a reviewer put on top of the rubric. Points that the rubric does not come to were given by hand even where nothing
 * says so, as before rubrics had versions.
 */
export function byHand(review: Decided, ticked: readonly string[], rubric: Rubric, possible: number): number {
  const { points, adjustment } = review
  if (rubricPoints(rubric, ticked, adjustment, possible) === points) return adjustment
  return overRubric(points, rubric, ticked, possible)
}
