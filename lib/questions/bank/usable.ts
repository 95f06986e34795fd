import type { Query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'

/**
 * Of these questions, those that an exam of the course may have: the house's, and of the courses' what is its own or shared
 * with it and published. Whether there is a file of a name that the database does not know is not asked here.
 */
export async function usableSlugs(run: Query, courseId: string, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ slug: string }>(
    `SELECT s.slug FROM unnest($2::text[]) AS s(slug) LEFT JOIN question q ON q.slug = s.slug
     WHERE q.id IS NULL OR q.archived_at IS NULL AND (q.course_id IS NULL OR
       EXISTS (SELECT FROM question_right r WHERE r.question_id = q.id AND r.course_id = $1)
       AND EXISTS (SELECT FROM question_published p WHERE p.question_id = q.id))`,
    [courseId, slugs],
  )
  return new Set(rows.map(({ slug }) => slug))
}

/** Refuses the first question that an exam of the course may not have. Whether it exists at all is not told. */
export async function requireUsable(run: Query, courseId: string, slugs: readonly string[]): Promise<void> {
  const usable = await usableSlugs(run, courseId, slugs)
  const missing = slugs.find((slug) => !usable.has(slug))
  if (missing === undefined) return
  throw new Refusal(422, 'not-usable', `This course may not use a question “${missing}”.`, { field: missing })
}
