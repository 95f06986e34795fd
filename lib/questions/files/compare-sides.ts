import { readdir } from 'node:fs/promises'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { contentFolder } from '../../environment.ts'
import { diffTexts, type TextDiff } from '../versions/text-diff.ts'
import { titleIn, versionOfText } from '../versions/texts.ts'
import { slugOfFile } from './file-names.ts'
import { type SyncState, syncState } from './sync-state.ts'
import { fileText } from './texts-of.ts'

/** A question as it is on both sides: a file of the folder, and what is published in the database. */
export interface ComparedQuestion {
  slug: string
  title: string
  state: SyncState
  /** whose it is in the database; null: the house's */
  course: string | null
  /** there is a draft of it */
  draft: boolean
  /** when what is published was, and by whom */
  published: { at: string; by: string | null } | null
  /** from the file to the database; null where there is nothing to compare */
  diff: TextDiff | null
}

interface Row {
  slug: string
  course: string | null
  draft: boolean
  database: string | null
  source: string | null
  at: string | null
  by: string | null
  known: string[]
  synced: string | null
}

/** The question files of the folder, by their names. */
async function fileSlugs(): Promise<string[]> {
  const names = await readdir(contentFolder('bank')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => slugOfFile(name) ?? []).sort()
}

/** Every question that is in the folder or published, with what has changed on which side. For who looks after the house. */
export async function compareSides(principal: Principal | null): Promise<{ questions: ComparedQuestion[] }> {
  await requireAdministrator(principal)
  const slugs = await fileSlugs()
  const rows = await query<Row>(
    `SELECT coalesce(q.slug, f.slug) AS slug, c.title AS course, d.question_id IS NOT NULL AS draft, v.version AS database,
       v.source, iso(p.created_at) AS at, w.name AS by,
       ARRAY(SELECT x.version FROM question_version x WHERE x.question_id = q.id AND (
         NOT EXISTS (SELECT FROM question_history h WHERE h.question_version_id = x.id)
         OR EXISTS (SELECT FROM question_history h WHERE h.question_version_id = x.id AND h.what IN ('published', 'synced')))) AS known,
       (SELECT x.version FROM question_history h JOIN question_version x ON x.id = h.question_version_id
        WHERE h.question_id = q.id AND h.what = 'synced' ORDER BY h.id DESC LIMIT 1) AS synced
     FROM question q
     FULL JOIN unnest($1::text[]) AS f(slug) ON f.slug = q.slug
     LEFT JOIN course c ON c.id = q.course_id
     LEFT JOIN question_draft d ON d.question_id = q.id
     LEFT JOIN question_published p ON p.question_id = q.id
     LEFT JOIN question_version v ON v.id = p.question_version_id
     LEFT JOIN person w ON w.id = p.person_id
     WHERE f.slug IS NOT NULL OR v.id IS NOT NULL ORDER BY 1`,
    [slugs],
  )
  return { questions: await Promise.all(rows.map(compared)) }
}

async function compared(row: Row): Promise<ComparedQuestion> {
  const { slug, course, draft, database, source, at, by, known, synced } = row
  const text = await fileText(slug)
  const file = text === null ? null : versionOfText(text)
  const state = syncState({ file, database, known, synced })
  return {
    slug,
    title: titleIn(source ?? text ?? '') ?? slug,
    state,
    course,
    draft,
    published: at === null ? null : { at, by },
    diff: text !== null && source !== null && text !== source ? diffTexts(text, source) : null,
  }
}
