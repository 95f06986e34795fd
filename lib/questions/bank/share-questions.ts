import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { someSlugs } from './slugs.ts'

export const sharesBody = z.strictObject({
  slugs: someSlugs,
  /** the short name of a course */
  course: z.string().trim().min(1, 'Name a course.').max(200),
  /** null: no longer */
  right: z.enum(['use', 'edit']).nullable(),
})

/** Lets another course use questions, or edit them too, or no longer. What its exams have of them already, they keep. */
export async function shareQuestions(principal: Principal | null, given: z.input<typeof sharesBody>): Promise<void> {
  const { slugs, course, right } = parse(sharesBody, given)
  const ids: string[] = []
  let personId = ''
  for (const slug of slugs) {
    const known = await requireQuestion(principal, slug, 'publish')
    personId = known.personId
    if (known.courseId === null || known.questionId === null)
      throw invalid(`“${slug}” belongs to the house: every course may use it.`, 'slugs')
    ids.push(known.questionId)
  }
  const [other] = await query<{ id: string }>('SELECT id FROM course WHERE slug = $1', [course])
  if (!other) throw invalid(`There is no course “${course}”. Its short name stands on its page.`, 'course')
  await inTransaction(async (run) => {
    if (right === null) {
      await run('DELETE FROM question_share WHERE question_id = ANY ($1) AND course_id = $2', [ids, other.id])
      return
    }
    const [own] = await run<{ slug: string }>('SELECT slug FROM question WHERE id = ANY ($1) AND course_id = $2', [
      ids,
      other.id,
    ])
    if (own) throw invalid(`“${own.slug}” is that course’s own.`, 'course')
    await run(
      `INSERT INTO question_share (question_id, course_id, "right", person_id) SELECT q, $2, $3::share_right, $4 FROM unnest($1::uuid[]) q
       ON CONFLICT (question_id, course_id) DO UPDATE SET "right" = excluded."right", person_id = excluded.person_id`,
      [ids, other.id, right, personId],
    )
  })
}
