import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { query } from '../../db/query.ts'
import { contentFolder } from '../../environment.ts'

/** The text of a question as it is now, and what it is. */
export interface StandingText {
  slug: string
  standing: 'published' | 'file' | 'draft'
  source: string
}

/** The text of a house's file; null where there is none. */
export async function fileText(slug: string): Promise<string | null> {
  return readFile(path.join(contentFolder('bank'), `${slug}.md`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** The texts of questions: the published version, else the file of one of the house's, else the draft; of those in `draftsOf` the draft first. */
export async function standingTexts(ids: readonly string[], draftsOf: readonly string[] = []): Promise<StandingText[]> {
  const rows = await query<{
    slug: string
    house: boolean
    published: string | null
    draft: string | null
    first: boolean
  }>(
    `SELECT q.slug, q.course_id IS NULL AS house, v.source AS published, d.source AS draft, q.id = ANY ($2) AS first
     FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
     JOIN question q ON q.id = asked.id
     LEFT JOIN question_published p ON p.question_id = q.id
     LEFT JOIN question_version v ON v.id = p.question_version_id
     LEFT JOIN question_draft d ON d.question_id = q.id ORDER BY asked.place`,
    [ids, draftsOf],
  )
  const texts: StandingText[] = []
  for (const { slug, house, published, draft, first } of rows) {
    const file = published === null && house ? await fileText(slug) : null
    if (first && draft !== null) texts.push({ slug, standing: 'draft', source: draft })
    else if (published !== null) texts.push({ slug, standing: 'published', source: published })
    else if (file !== null) texts.push({ slug, standing: 'file', source: file })
    else if (draft !== null) texts.push({ slug, standing: 'draft', source: draft })
  }
  return texts
}
