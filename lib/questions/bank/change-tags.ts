import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid } from '../../http/refusal.ts'
import { readableIds } from './readable-ids.ts'
import { someSlugs } from './slugs.ts'

const tag = z
  .string()
  .transform((text) => text.trim().replace(/\s+/g, ' ').toLowerCase())
  .pipe(z.string().min(1, 'A tag has a letter at least.').max(40, 'A tag has at most 40 characters.'))
const tags = z.array(tag).max(20).default([])

export const tagsBody = z.strictObject({ course: z.uuid(), slugs: someSlugs, add: tags, remove: tags })

/** So many tags a question may have in a course. */
const most = 30

/** Puts tags of a course on questions, or takes them off. They are the course's own: whoever else has the question sees none. */
export async function changeTags(principal: Principal | null, given: z.input<typeof tagsBody>): Promise<void> {
  const { course, slugs, add, remove } = parse(tagsBody, given)
  const { personId } = await requireRole(principal, course, ['ta', 'instructor'])
  await inTransaction(async (run) => {
    const ids = await readableIds(run, personId, slugs)
    await run('DELETE FROM question_tag WHERE course_id = $1 AND question_id = ANY ($2) AND tag = ANY ($3)', [
      course,
      ids,
      remove,
    ])
    await run(
      `INSERT INTO question_tag (course_id, question_id, tag, person_id)
       SELECT $1, q, t, $4 FROM unnest($2::uuid[]) q, unnest($3::text[]) t ON CONFLICT DO NOTHING`,
      [course, ids, add, personId],
    )
    const [crowded] = await run(
      `SELECT question_id FROM question_tag WHERE course_id = $1 AND question_id = ANY ($2)
       GROUP BY question_id HAVING count(*) > ${most}`,
      [course, ids],
    )
    if (crowded) throw invalid(`A question can have ${most} tags. Take some off first.`, 'add')
  })
}
