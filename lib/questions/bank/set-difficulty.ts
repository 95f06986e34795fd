import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { requireQuestion } from '../require-question.ts'
import { difficulties } from './search-body.ts'
import { someSlugs } from './slugs.ts'

export const difficultyBody = z.strictObject({ slugs: someSlugs, difficulty: z.enum(difficulties).nullable() })

/** How hard questions are held to be, until there are results that say it. */
export async function setDifficulty(principal: Principal | null, given: z.input<typeof difficultyBody>): Promise<void> {
  const { slugs, difficulty } = parse(difficultyBody, given)
  for (const slug of slugs) {
    const { questionId, personId } = await requireQuestion(principal, slug, 'edit')
    if (difficulty === null) await query('DELETE FROM question_difficulty WHERE question_id = $1', [questionId])
    else
      await query(
        `INSERT INTO question_difficulty (question_id, difficulty, person_id) VALUES ($1, $2, $3)
         ON CONFLICT (question_id) DO UPDATE SET difficulty = $2, person_id = $3`,
        [questionId, difficulty, personId],
      )
  }
}
