import type { Query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { readableQuestions } from './visible.ts'

/** The ids of questions that the person may all read, in their order; one that they may not read does not exist. */
export async function readableIds(run: Query, personId: string, slugs: readonly string[]): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `SELECT r.question_id AS id FROM unnest($3::text[]) WITH ORDINALITY AS s(slug, place)
     JOIN (${readableQuestions}) r ON r.slug = s.slug ORDER BY s.place`,
    [personId, null, slugs],
  )
  if (rows.length !== slugs.length) throw notFound()
  return rows.map(({ id }) => id)
}
