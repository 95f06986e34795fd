import { claimNext } from '../../../review/claim-next.ts'
import { assignReviewers } from '../../../review/queue/assign-reviewers.ts'
import { keepAnswers } from '../../../review/queue/keep-answers.ts'
import { nextAnswers } from '../../../review/queue/next-answers.ts'
import { partAnswers } from '../../../review/queue/part-answers.ts'
import { reviewedPart } from '../../../review/queue/reviewed-part.ts'
import { releaseClaims } from '../../../review/release-claims.ts'
import { reviewEntry } from '../../../review/review-entry.ts'
import { reviewQueue } from '../../../review/review-queue.ts'
import { scoreReview } from '../../../review/score-review.ts'
import { but, instructors, staff, staffOfSubmission } from '../gives.ts'
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

/** The same for what does not hang on a submission. */
const reviewersOfPart = but(staff, { sat: { unassignedTa: 403 } })
const reviewApi = 'POST /api/staff/v1/exams/[examId]/review'

/** What people score. */
export const reviews = [
  row(reviewQueue, staff, (w) => [w.examId], { nameless: true }),
  row(claimNext, reviewersOfPart, (w) => [w.examId, { field: w.field }], { nameless: true }),
  row(nextAnswers, reviewersOfPart, (w) => [w.examId, { field: w.field }], {
    routes: [`${reviewApi}/next`],
    nameless: true,
  }),
  row(keepAnswers, reviewersOfPart, (w) => [w.examId, { field: w.field, submissions: [w.submissionId] }], {
    routes: [`${reviewApi}/keep`],
    nameless: true,
  }),
  row(releaseClaims, staff, (w) => [w.examId, {}], { routes: [`${reviewApi}/release`], nameless: true }),
  row(reviewedPart, reviewersOfPart, (w) => [w.examId, w.field], { nameless: true }),
  row(partAnswers, reviewersOfPart, (w) => [w.examId, w.field, {}], { nameless: true }),
  // the part stays with whom it is assigned to
  row(assignReviewers, instructors, (w) => [w.examId, { field: w.field, people: [w.people.assignedTa.personId] }], {
    routes: [`${reviewApi}/assignments`],
  }),
  row(reviewEntry, reviewers, (w) => [w.submissionId, w.field], {
    routes: ['GET /api/staff/v1/reviews/[submissionId]/[field]'],
    nameless: true,
  }),
  row(scoreReview, reviewers, (w) => [score(w)], { routes: ['POST /api/staff/v1/reviews'], nameless: true }),
]

export const reviewPages = [
  page('/staff/exams/[examId]/review', staff, { nameless: true }),
  page('/staff/exams/[examId]/review/next/[field]', reviewersOfPart, { nameless: true }),
  page('/staff/exams/[examId]/review/answers/[field]', reviewersOfPart, { nameless: true }),
  page('/staff/exams/[examId]/review/[submissionId]/[field]', reviewers, { nameless: true }),
]
