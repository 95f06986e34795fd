import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { appendReviews } from '../append-reviews.ts'
import { type EditEffect, editEffect } from './edit-effect.ts'
import { rubricEdit, sameRubric } from './edited-rubric.ts'
import { lockRubric } from './lock.ts'
import { type RequiredPart, requirePart } from './require-part.ts'

export const rubricApplication = rubricEdit.extend({
  /** of the preview that was looked at */
  effect: z.string().min(1).max(100),
  /** needed where anybody's points change; kept with every review that does */
  reason: z.string().trim().max(2_000).default(''),
})
export type RubricApplication = z.input<typeof rubricApplication>

const effectChanged = () =>
  new Refusal(409, 'effect-changed', 'The edit would do something else by now. Please look at its effect again.')

/** Appends the rubric and what it makes of the reviews there are, a review each, in one statement. */
async function append(run: Query, part: RequiredPart, made: EditEffect, reason: string): Promise<void> {
  const { examQuestionId, field, personId } = part
  const { version, base, items } = made.rubric
  await run(
    `INSERT INTO rubric_version (exam_question_id, field, version, base, items, person_id, reason)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [examQuestionId, field, version, base, JSON.stringify(items), personId, reason],
  )
  const rows = made.changes.map(({ submissionId, version: seen, to, ticked, adjustment, comment }) => ({
    ...{ submissionId, field, version: seen, points: to, rubric: ticked, adjustment, comment, reason },
    ...{ reviewerId: personId, rubricVersion: version, cause: 'rubric' as const, causeId: String(version) },
  }))
  if ((await appendReviews(run, rows)).length < rows.length) throw effectChanged()
}

/**
 * Puts a rubric in the place of the one that was seen, with effect on every review there is. What was previewed is what
 * is done: while the rubric is held alone nobody scores by it, and an effect that is no longer the one that was looked at
 * is refused.
 */
export async function applyRubric(
  principal: Principal | null,
  examId: string,
  field: string,
  given: RubricApplication,
): Promise<{ version: number; changed: number }> {
  const part = await requirePart(principal, examId, field)
  const { effect, reason, ...edit } = parse(rubricApplication, given)
  return inTransaction(async (run) => {
    await lockRubric(run, part.examQuestionId, field, 'alone')
    const made = await editEffect(run, part, edit)
    if (sameRubric(made.rubric, made.current)) throw invalid('Nothing of the rubric was changed.', 'items')
    if (made.name !== effect) throw effectChanged()
    if (!reason && made.changes.some(({ from, to }) => from !== to))
      throw invalid('Say why points change: it is kept.', 'reason')
    await append(run, part, made, reason)
    return { version: made.rubric.version, changed: made.changes.length }
  })
}
