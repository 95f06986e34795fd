import { claimNext } from '../../../review/claim-next.ts'
import { releaseClaims } from '../../../review/release-claims.ts'
import { reviewEntry } from '../../../review/review-entry.ts'
import { reviewQueue } from '../../../review/review-queue.ts'
import { scoreReview } from '../../../review/score-review.ts'
import { but, staff, staffOfSubmission } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const score = (w: World) => ({
  submissionId: w.submissionId,
  field: w.field,
  version: 1,
  points: 1,
})

/** The owner's text is assigned to one of the assistants. */
const reviewers = but(staffOfSubmission, { handedIn: { unassignedTa: 403 } })

/** What people score. */
export const reviews = [
  row(reviewQueue, staff, (w) => [w.examId], { nameless: true }),
  row(claimNext, but(staff, { sat: { unassignedTa: 403 } }), (w) => [w.examId, { field: w.field }], { nameless: true }),
  row(releaseClaims, staff, (w) => [w.examId]),
  row(reviewEntry, reviewers, (w) => [w.submissionId, w.field], { nameless: true }),
  row(scoreReview, reviewers, (w) => [score(w)], { routes: ['POST /api/staff/v1/reviews'], nameless: true }),
]

export const reviewPages = [
  page('/staff/exams/[examId]/review', staff, { nameless: true }),
  page('/staff/exams/[examId]/review/[submissionId]/[field]', reviewers, { nameless: true }),
]
