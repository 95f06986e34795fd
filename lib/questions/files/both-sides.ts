import { readdir } from 'node:fs/promises'
import { query } from '../../db/query.ts'
import { contentFolder } from '../../environment.ts'
import { versionOfText } from '../versions/texts.ts'
import { slugOfFile } from './file-names.ts'
import { type SyncState, syncState } from './sync-state.ts'
import { fileText } from './texts-of.ts'

export interface Standing {
  slug: string
  state: SyncState
}

interface Row {
  slug: string
  database: string | null
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

/** Every question that is in the folder or published, with which side has gone on. */
export async function bothSides(): Promise<Standing[]> {
  const slugs = await fileSlugs()
  const rows = await query<Row>(
    `SELECT coalesce(q.slug, f.slug) AS slug, v.version AS database,
       ARRAY(SELECT x.version FROM question_version x WHERE x.question_id = q.id AND (
         NOT EXISTS (SELECT FROM question_history h WHERE h.question_version_id = x.id)
         OR EXISTS (SELECT FROM question_history h WHERE h.question_version_id = x.id AND h.what IN ('published', 'synced')))) AS known,
       (SELECT x.version FROM question_history h JOIN question_version x ON x.id = h.question_version_id
        WHERE h.question_id = q.id AND h.what = 'synced' ORDER BY h.id DESC LIMIT 1) AS synced
     FROM question q
     FULL JOIN unnest($1::text[]) AS f(slug) ON f.slug = q.slug
     LEFT JOIN question_published p ON p.question_id = q.id
     LEFT JOIN question_version v ON v.id = p.question_version_id
     WHERE f.slug IS NOT NULL OR v.id IS NOT NULL ORDER BY 1`,
    [slugs],
  )
  return Promise.all(rows.map(standing))
}

async function standing({ slug, database, known, synced }: Row): Promise<Standing> {
  const text = await fileText(slug)
  return { slug, state: syncState({ file: text === null ? null : versionOfText(text), database, known, synced }) }
}
