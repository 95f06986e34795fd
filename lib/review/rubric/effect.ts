import { createHash } from 'node:crypto'
import { type Rubric, rubricPoints } from './rubric.ts'

/** The newest review of one submission, as far as a rubric can change it. */
export interface StandingReview {
  submissionId: string
  version: number
  points: number
  ticked: string[]
  /** points by hand on top of what the items come to */
  adjustment: number
  /** most points the part can have there */
  possible: number
  comment: string
}

/** What a rubric makes of a review that it changes. */
export interface Change {
  submissionId: string
  /** the review that was seen */
  version: number
  from: number
  to: number
  /** the items that stay ticked */
  ticked: string[]
  adjustment: number
  comment: string
  /** how many ticks are taken off, for their items are gone */
  taken: number
}

/** The reviews that are no longer what they were once `rubric` counts. All others come to the same points by it. */
export function effectOf(reviews: readonly StandingReview[], rubric: Rubric): Change[] {
  const there = new Set(rubric.items.map(({ id }) => id))
  return reviews.flatMap((review) => {
    const { submissionId, version, points: from, adjustment, possible, comment } = review
    const ticked = review.ticked.filter((id) => there.has(id))
    const taken = review.ticked.length - ticked.length
    const to = rubricPoints(rubric, ticked, adjustment, possible)
    return to === from && taken === 0 ? [] : [{ submissionId, version, from, to, ticked, adjustment, comment, taken }]
  })
}

/**
 * Names an effect: the rubric as proposed, and what it makes of which review. Another text, another review meanwhile, or
 * one point elsewhere gives another name, so that nothing is applied but what was looked at.
 */
export function effectName(rubric: Rubric, changes: readonly Change[]): string {
  const { version, base } = rubric
  const items = rubric.items.map(({ id, says, amount, unit }) => [id, says, amount, unit])
  const made = changes.map(({ submissionId, version: seen, to, ticked }) => [submissionId, seen, to, ticked])
  made.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([version, base, items, made]))
    .digest('base64url')
}
