import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid } from '../../http/refusal.ts'
import { requireQuestions } from '../require-question.ts'
import { type Results, resultsOf, sortOut } from './results.ts'
import { someSlugs } from './slugs.ts'

export const sharesBody = z.strictObject({
  slugs: someSlugs,
  /** the short name of a course */
  course: z.string().trim().min(1, 'Name a course.').max(200),
  /** null: no longer */
  right: z.enum(['use', 'edit']).nullable(),
})

/** Lets another course use questions, or edit them too, or no longer. What its exams have of them already, they keep. */
export async function shareQuestions(principal: Principal | null, given: z.input<typeof sharesBody>): Promise<Results> {
  const { slugs, course, right } = parse(sharesBody, given)
  const { personId, questions } = await requireQuestions(principal, slugs, 'publish')
  const [other] = await query<{ id: string }>('SELECT id FROM course WHERE slug = $1', [course])
  const { allowed, refused } = sortOut(questions, ({ courseId }) => {
    if (courseId === null) return invalid('It belongs to the house: every course may use it.', 'slugs')
    if (!other) return invalid(`There is no course “${course}”. Its short name stands on its page.`, 'course')
    return courseId === other.id ? invalid('It is that course’s own.', 'course') : null
  })
  const ids = allowed.map(({ questionId }) => questionId)
  if (right === null)
    await query('DELETE FROM question_share WHERE question_id = ANY ($1) AND course_id = $2', [ids, other?.id])
  else
    await query(
      `INSERT INTO question_share (question_id, course_id, "right", person_id)
       SELECT q, $2, $3::share_right, $4 FROM unnest($1::uuid[]) q ORDER BY q
       ON CONFLICT (question_id, course_id) DO UPDATE SET "right" = excluded."right", person_id = excluded.person_id`,
      [ids, other?.id, right, personId],
    )
  return resultsOf(slugs, refused)
}
