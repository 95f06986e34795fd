import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { readableIds } from './readable-ids.ts'
import { requireCollection } from './require-collection.ts'
import { someSlugs } from './slugs.ts'

const title = z.string().trim().min(1, 'A collection has a name.').max(120)
const note = z.string().trim().max(2_000)

export const newCollection = z.strictObject({
  course: z.uuid(),
  title,
  note: note.default(''),
  slugs: someSlugs.optional(),
})
export const changedCollection = z.strictObject({
  title: title.optional(),
  note: note.optional(),
  add: someSlugs.optional(),
  remove: someSlugs.optional(),
  /** put away; its questions stay what they are */
  archived: z.boolean().optional(),
})
export const collectionParams = z.strictObject({ collectionId: z.uuid() })

/** A collection of a course, of questions that whoever makes it may read. */
export async function makeCollection(
  principal: Principal | null,
  given: z.input<typeof newCollection>,
): Promise<{ id: string }> {
  const { course, slugs, ...words } = parse(newCollection, given)
  const { personId } = await requireRole(principal, course, ['ta', 'instructor'])
  return inTransaction(async (run) => {
    const [made] = await run<{ id: string }>(
      'INSERT INTO collection (course_id, title, note, person_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [course, words.title, words.note, personId],
    )
    const id = made?.id ?? ''
    if (slugs) await add(run, id, personId, slugs)
    return { id }
  })
}

/** Renames a collection, puts questions into it or takes them out, or puts it away. */
export async function changeCollection(
  principal: Principal | null,
  collectionId: string,
  given: z.input<typeof changedCollection>,
): Promise<void> {
  const { personId } = await requireCollection(principal, collectionId)
  const change = parse(changedCollection, given)
  await inTransaction(async (run) => {
    // whatever is changed, the row is held from here on: additions get their places one after the other
    await run(
      `UPDATE collection SET title = coalesce($2, title), note = coalesce($3, note),
         archived_at = CASE WHEN $4::bool IS NULL THEN archived_at WHEN $4 THEN coalesce(archived_at, clock_timestamp()) END
       WHERE id = $1`,
      [collectionId, change.title ?? null, change.note ?? null, change.archived ?? null],
    )
    if (change.remove)
      await run(
        `DELETE FROM collection_question k USING question q
         WHERE k.collection_id = $1 AND q.id = k.question_id AND q.slug = ANY ($2)`,
        [collectionId, change.remove],
      )
    if (change.add) await add(run, collectionId, personId, change.add)
  })
}

async function add(run: Query, collectionId: string, personId: string, slugs: readonly string[]): Promise<void> {
  const ids = await readableIds(run, personId, slugs)
  await run(
    `INSERT INTO collection_question (collection_id, question_id, position)
     SELECT $1, q.id, q.place + (SELECT coalesce(max(position), 0) FROM collection_question WHERE collection_id = $1)
     FROM unnest($2::uuid[]) WITH ORDINALITY AS q(id, place) ON CONFLICT DO NOTHING`,
    [collectionId, ids],
  )
}
