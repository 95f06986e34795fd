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

/** Whether a file of the bank counts under this name: not where a course has a question of it, published or not. */
export async function fileCounts(slug: string): Promise<boolean> {
  const owned = await query('SELECT FROM question WHERE slug = $1 AND course_id IS NOT NULL', [slug])
  return owned.length === 0
}
