import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound, Refusal } from '../../http/refusal.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { lockRubric } from '../rubric/lock.ts'
import { partRubric } from '../rubric/part-rubric.ts'
import { rubricPoints } from '../rubric/rubric.ts'
import { reviewBody, type Scored } from '../score-review.ts'
import { type SubmissionField, submissionField } from '../submission-field.ts'
import { isOpenTo } from './blind-queue.ts'

export const blindScoreBody = reviewBody.extend({ purpose: z.enum(['second', 'calibration']) })
type Parsed = z.output<typeof blindScoreBody>

async function append(run: Query, found: SubmissionField, personId: string, body: Parsed): Promise<Scored> {
  const { submissionId, field, purpose, comment, seconds } = body
  await lockRubric(run, found.examQuestionId, field, 'shared')
  const { rubric } = await partRubric(run, found.examQuestionId, field)
  if (body.rubric.some((id) => !rubric.items.some((item) => item.id === id)))
    throw new Refusal(409, 'rubric-changed', 'The rubric was changed meanwhile. Please look again.')
  const points = body.points ?? rubricPoints(rubric, body.rubric, body.adjustment, found.points)
  const stored = (await isOpenTo(run, { examId: found.examId, field, personId, purpose, submissionId }))
    ? await run(
        `INSERT INTO blind_score (submission_id, field, purpose, person_id, points, rubric, rubric_version, comment, seconds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
        [submissionId, field, purpose, personId, points, JSON.stringify(body.rubric), rubric.version, comment, seconds],
      )
    : []
  if (stored.length === 0) throw new Refusal(409, 'conflict', 'This answer is no longer waiting for your score.')
  return { version: 1, points, rubricVersion: rubric.version }
}

/**
 * Keeps a score that is compared and counts for nothing: a second look, or of the calibration set. Each reviewer gives one,
 * before they have seen another's, and it stays.
 */
export async function scoreBlind(principal: Principal | null, given: z.input<typeof blindScoreBody>): Promise<Scored> {
  const body = parse(blindScoreBody, given)
  const found = await submissionField(body.submissionId, body.field)
  const { personId } = await requireReviewer(principal, found && { ...found, field: body.field })
  if (!found) throw notFound()
  if (body.points === null) throw invalid('Give points, or tick what they come from.', 'points')
  if ((body.points ?? 0) > found.points) throw invalid(`This field has at most ${found.points} points.`, 'points')
  return inTransaction((run) => append(run, found, personId, body))
}
