import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { requireQuestions } from '../require-question.ts'
import { type Results, resultsOf, sortOut } from './results.ts'
import { someSlugs } from './slugs.ts'

export const archiveBody = z.strictObject({
  slugs: someSlugs,
  /** false: they are brought back */
  archived: z.boolean(),
})

/**
 * Puts questions away, or brings them back. Away, no list has them and no exam gets them any more; the exams that have them
 * keep them, and whoever has their address finds them.
 */
export async function archiveQuestions(
  principal: Principal | null,
  given: z.input<typeof archiveBody>,
): Promise<Results> {
  const { slugs, archived } = parse(archiveBody, given)
  const { personId, questions } = await requireQuestions(principal, slugs, 'publish')
  const { allowed, refused } = sortOut(questions, ({ questionId }) => (questionId === null ? notFound() : null))
  await query(
    `WITH asked AS MATERIALIZED (SELECT id FROM question WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE),
       changed AS (
         UPDATE question q SET archived_at = CASE WHEN $2 THEN clock_timestamp() END FROM asked
         WHERE q.id = asked.id AND (q.archived_at IS NULL) = $2 RETURNING q.id)
     INSERT INTO question_history (question_id, what, person_id)
     SELECT id, CASE WHEN $2 THEN 'archived' ELSE 'restored' END::question_event, $3 FROM changed`,
    [allowed.map(({ questionId }) => questionId), archived, personId],
  )
  return resultsOf(slugs, refused)
}
