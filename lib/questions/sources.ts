import { query } from '../db/query.ts'

/** The text of the version that was published last; null where the database has published none. */
export async function publishedSource(slug: string): Promise<string | null> {
  const [found] = await query<{ source: string }>(
    `SELECT v.source FROM question q JOIN question_published p ON p.question_id = q.id
     JOIN question_version v ON v.id = p.question_version_id WHERE q.slug = $1`,
    [slug],
  )
  return found?.source ?? null
}
