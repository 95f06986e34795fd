import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound, Refusal } from '../http/refusal.ts'
import { appendReviews } from './append-reviews.ts'
import { requireCalibrated } from './blind/require-calibrated.ts'
import { requireReviewer } from './require-reviewer.ts'
import { lockRubric } from './rubric/lock.ts'
import { partRubric } from './rubric/part-rubric.ts'
import { overRubric, type Rubric, rubricPoints } from './rubric/rubric.ts'
import { type SubmissionField, submissionField } from './submission-field.ts'

export const reviewBody = z.strictObject({
  submissionId: z.uuid(),
  field: z.string().min(1).max(200),
  /** the newest review that was seen, 0 where there was none */
  version: z.number().int().min(0),
  /** by hand; absent: what rubric and adjustment come to; null: the grader's decision holds, with a comment at most */
  points: z.number().min(0).max(10_000).nullable().optional(),
  /** on top of the ticked items, where no points are given by hand */
  adjustment: z.number().min(-10_000).max(10_000).default(0),
  /** ids of the ticked items */
  rubric: z.array(z.string().max(40)).max(100).default([]),
  /** the rubric that was seen; absent: the present one */
  rubricVersion: z.number().int().min(0).optional(),
  comment: z.string().max(20_000).default(''),
  /** needed where a computed score is put aside, or a decision taken back */
  reason: z.string().trim().max(2_000).default(''),
  /** how long the answer was before the reviewer */
  seconds: z.number().min(0).max(86_400).optional(),
})
export type ReviewBody = z.input<typeof reviewBody>
type Parsed = z.output<typeof reviewBody>

export interface Scored {
  version: number
  points: number | null
  rubricVersion: number
}

/** What was put on top of the rubric that was seen: points by hand keep their distance when the rubric changes. */
function adjustmentOf(body: Parsed, seen: Rubric, possible: number): number {
  if (body.points == null) return body.adjustment
  return overRubric(body.points, seen, body.rubric, possible)
}

/** Why a decision is made: a person looked at the answer, or was asked to look again. */
type Cause = { cause: 'person' } | { cause: 'request'; causeId: string }

/** Appends a decision in the caller's transaction; who may make it, and with what points, the caller has checked. */
export async function appendScore(
  run: Query,
  found: SubmissionField,
  reviewerId: string,
  body: Parsed,
  cause: Cause = { cause: 'person' },
): Promise<Scored> {
  await lockRubric(run, found.examQuestionId, body.field, 'shared')
  const { rubric } = await partRubric(run, found.examQuestionId, body.field)
  const stale = body.rubricVersion !== undefined && body.rubricVersion !== rubric.version
  const seen = stale ? (await partRubric(run, found.examQuestionId, body.field, body.rubricVersion)).rubric : rubric
  if (body.rubric.some((id) => !rubric.items.some((item) => item.id === id))) {
    if (stale) throw new Refusal(409, 'rubric-changed', 'The rubric was changed meanwhile. Please look again.')
    throw invalid('There is no such rubric item.', 'rubric')
  }
  const adjustment = adjustmentOf(body, seen, found.points)
  const points = body.points === null ? null : rubricPoints(rubric, body.rubric, adjustment, found.points)
  const { rubric: ticked, comment, reason, seconds, submissionId, field, version } = body
  const made = { submissionId, field, version, points, adjustment, rubric: ticked, comment, reason, seconds }
  const row = { ...made, reviewerId, rubricVersion: rubric.version, ...cause }
  const [stored] = await appendReviews(run, [row])
  if (!stored) throw new Refusal(409, 'conflict', 'Somebody else has scored this meanwhile. Please look again.')
  return { version: stored.version, points, rubricVersion: rubric.version }
}

/**
 * Appends a person's decision over a field: of a text or an undecided answer, or, with a reason, over a computed score.
 * Points are what the present rubric, the ticked items and the reviewer's adjustment come to. Two people who decide at
 * the same time: the second is told of the first (409 'conflict'), nothing is lost.
 */
export async function scoreReview(principal: Principal | null, given: ReviewBody): Promise<Scored> {
  const body = parse(reviewBody, given)
  const found = await submissionField(body.submissionId, body.field)
  const person = await requireReviewer(principal, found && { ...found, field: body.field })
  if (!found) throw notFound()
  await requireCalibrated(person, { ...found, field: body.field })
  if (!found.gradingId) throw new Refusal(409, 'grading', 'This answer is still being graded.')
  if ((body.points ?? 0) > found.points) throw invalid(`This field has at most ${found.points} points.`, 'points')
  if (found.grading?.score != null && body.points !== null && !body.reason)
    throw invalid('Say why the computed score is put aside.', 'reason')
  if (body.points === null && body.version > 0 && !body.reason)
    throw invalid('Say why the decision is taken back.', 'reason')
  return inTransaction((run) => appendScore(run, found, person.personId, body))
}
