import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { requireQuestions } from '../require-question.ts'
import { type Results, resultsOf, sortOut } from './results.ts'
import { difficulties } from './search-body.ts'
import { someSlugs } from './slugs.ts'

export const difficultyBody = z.strictObject({ slugs: someSlugs, difficulty: z.enum(difficulties).nullable() })

/** How hard questions are held to be, until there are results that say it. */
export async function setDifficulty(
  principal: Principal | null,
  given: z.input<typeof difficultyBody>,
): Promise<Results> {
  const { slugs, difficulty } = parse(difficultyBody, given)
  const { personId, questions } = await requireQuestions(principal, slugs, 'edit')
  const { allowed, refused } = sortOut(questions, ({ questionId }) => (questionId === null ? notFound() : null))
  const ids = allowed.map(({ questionId }) => questionId)
  if (difficulty === null) await query('DELETE FROM question_difficulty WHERE question_id = ANY ($1)', [ids])
  else
    await query(
      `INSERT INTO question_difficulty (question_id, difficulty, person_id)
       SELECT q, $2, $3 FROM unnest($1::uuid[]) q ORDER BY q
       ON CONFLICT (question_id) DO UPDATE SET difficulty = $2, person_id = $3`,
      [ids, difficulty, personId],
    )
  return resultsOf(slugs, refused)
}
