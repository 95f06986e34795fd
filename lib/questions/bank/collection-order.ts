import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { questionSlug } from '../preview-question.ts'
import { requireCollection } from './require-collection.ts'
import { visibleQuestions } from './visible.ts'

export const moveBody = z.strictObject({ slug: questionSlug, by: z.enum(['up', 'down']) })

/** Moves a question of a collection past the next one that the person finds in it; what they do not find stays beside. */
export async function moveInCollection(
  principal: Principal | null,
  collectionId: string,
  given: z.input<typeof moveBody>,
): Promise<void> {
  const { personId } = await requireCollection(principal, collectionId)
  const { slug, by } = parse(moveBody, given)
  await inTransaction(async (run) => {
    await run('SELECT FROM collection WHERE id = $1 FOR UPDATE', [collectionId])
    const rows = await run<{ id: string; slug: string; seen: boolean }>(
      `SELECT q.id, q.slug, v.question_id IS NOT NULL AS seen
       FROM collection_question k JOIN question q ON q.id = k.question_id
       LEFT JOIN (${visibleQuestions}) v ON v.question_id = k.question_id
       WHERE k.collection_id = $3 ORDER BY k.position, lower(v.title), q.slug`,
      [personId, null, collectionId],
    )
    const from = rows.findIndex((row) => row.seen && row.slug === slug)
    if (from < 0) throw notFound()
    const to =
      by === 'up'
        ? rows.findLastIndex(({ seen }, k) => seen && k < from)
        : rows.findIndex(({ seen }, k) => seen && k > from)
    if (to < 0) return
    const ids = rows.map(({ id }) => id)
    ids.splice(to, 0, ...ids.splice(from, 1))
    await run(
      `UPDATE collection_question k SET position = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, place)
       WHERE k.collection_id = $1 AND k.question_id = o.id AND k.position <> o.place`,
      [collectionId, ids],
    )
  })
}
