import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator, requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { questionSlug } from '../preview-question.ts'
import { questionText, usedSource } from './texts.ts'

/** Names of pages beside those of questions. */
const reserved = ['new', 'import', 'export', 'files', 'sync', 'archive', 'collections', 'reviews']

export const startBody = z.strictObject({
  slug: questionSlug.refine((slug) => !reserved.includes(slug), 'This name is a page’s.'),
  /** the course that owns it; null: the house */
  courseId: z.uuid().nullable(),
  source: questionText,
})

const taken = () => new Refusal(409, 'taken', 'There is a question of this name already.', { field: 'slug' })

/** Begins a question: a draft, which nobody but its authors sees. */
export async function startQuestion(
  principal: Principal | null,
  given: z.infer<typeof startBody>,
): Promise<{ slug: string; revision: number }> {
  const { slug, courseId, source } = parse(startBody, given)
  const { personId } =
    courseId === null
      ? await requireAdministrator(principal)
      : await requireRole(principal, courseId, ['ta', 'instructor'])
  // a file of the bank that nothing has used yet has no row
  if ((await usedSource(slug)) !== null) throw taken()
  return inTransaction(async (run) => {
    const [made] = await run<{ id: string }>(
      'INSERT INTO question (slug, course_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
      [slug, courseId, personId],
    )
    if (!made) throw taken()
    await run('INSERT INTO question_draft (question_id, person_id, source) VALUES ($1, $2, $3)', [
      made.id,
      personId,
      source,
    ])
    return { slug, revision: 1 }
  })
}
