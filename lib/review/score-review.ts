import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound, Refusal } from '../http/refusal.ts'
import { submissionField } from './submission-field.ts'

export const reviewBody = z.strictObject({
  submissionId: z.uuid(),
  field: z.string().min(1).max(200),
  /** the newest review that was seen, 0 where there was none */
  version: z.number().int().min(0),
  points: z.number().min(0).max(10_000),
  rubric: z.array(z.number().int().min(0).max(100)).max(100).default([]),
  comment: z.string().max(20_000).default(''),
  /** needed where a computed score is put aside */
  reason: z.string().trim().max(2_000).default(''),
})
export type ReviewBody = z.input<typeof reviewBody>

/**
 * Appends a person's decision over a field: of a text or an undecided answer, or, with a reason, over a computed score.
 * Two people who decide at the same time: the second is told of the first (409 'conflict'), nothing is lost.
 */
export async function scoreReview(principal: Principal | null, given: ReviewBody): Promise<{ version: number }> {
  const body = parse(reviewBody, given)
  const found = await submissionField(body.submissionId, body.field)
  const { personId } = await requireRole(principal, found?.courseId, ['ta', 'instructor'])
  if (!found) throw notFound()
  if (body.points > found.points) throw invalid(`This field has at most ${found.points} points.`, 'points')
  if (found.grading?.score != null && !body.reason) throw invalid('Say why the computed score is put aside.', 'reason')
  const rubricSize = found.authored?.kind === 'text' ? found.authored.rubric.length : 0
  if (body.rubric.some((index) => index >= rubricSize)) throw invalid('There is no such rubric entry.', 'rubric')

  const [stored] = await query<{ version: number }>(
    `INSERT INTO review (submission_id, field, version, reviewer_id, points, rubric, comment, reason, grading_id)
     SELECT $1, $2, $3::int + 1, $4, $5, $6::jsonb, $7, $8, $9
     WHERE $3::int = (SELECT coalesce(max(version), 0) FROM review WHERE submission_id = $1 AND field = $2)
     ON CONFLICT (submission_id, field, version) DO NOTHING RETURNING version`,
    [
      body.submissionId,
      body.field,
      body.version,
      personId,
      body.points,
      JSON.stringify(body.rubric),
      body.comment,
      body.reason,
      found.gradingId,
    ],
  )
  if (!stored) throw new Refusal(409, 'conflict', 'Somebody else has scored this meanwhile. Please look again.')
  return stored
}
