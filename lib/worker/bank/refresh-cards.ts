import { readFile } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { query } from '../../db/query.ts'
import { bankFilePath, bankFiles } from './bank-files.ts'
import { type CardContent, cardOf } from './card-of.ts'

interface Outdated {
  id: string
  slug: string
  stamp: string
  standing: 'published' | 'file' | 'draft'
  changedAt: string
  /** null: it is in a file */
  source: string | null
}

/** What the bank looked like when every card was right. */
let settled: string | null = null

/** Makes the cards anew whose text is another one by now. Where nothing has happened since the last time, that is all. */
export async function refreshCards(): Promise<number> {
  const files = await bankFiles()
  const list = JSON.stringify(files.map(({ slug, version, changedAt }) => ({ slug, version, at: changedAt })))
  const now = await lookOf(list)
  if (now === settled) return 0
  await query(
    `INSERT INTO question (slug) SELECT f.slug FROM jsonb_to_recordset($1::jsonb) AS f(slug text)
     WHERE NOT EXISTS (SELECT FROM question q WHERE q.slug = f.slug) ON CONFLICT (slug) DO NOTHING`,
    [list],
  )
  const outdated = await outdatedCards(list)
  for (const one of outdated) {
    await turn()
    await write(one)
  }
  // of so many new rows the database knows nothing yet, and would search them one by one
  if (outdated.length >= many) await query('ANALYZE question_card')
  settled = now
  return outdated.length
}

const many = 500

/**
 * Every save of a draft counts its revision up, and whatever is published or withdrawn is written into the history; counted,
 * for ids are given out before they are committed.
 */
async function lookOf(files: string): Promise<string> {
  const [look] = await query<{ database: string }>(
    `SELECT jsonb_build_array(current_database(), (SELECT count(*) FROM question), (SELECT count(*) FROM question_history),
       (SELECT count(*) FROM question_card), d.drafts, d.revisions, d.saved) #>> '{}' AS database
     FROM (SELECT count(*) AS drafts, sum(revision) AS revisions, max(saved_at) AS saved FROM question_draft) d`,
  )
  return `${look?.database} ${files}`
}

/**
 * Questions whose card was made of another text than the one that counts now: the published version, else the file of a
 * question of the house, else the draft. Cards of questions without any of them go.
 */
async function outdatedCards(files: string): Promise<Outdated[]> {
  const rows = await query<Outdated | { id: string; stamp: null }>(
    `WITH now AS MATERIALIZED (
       SELECT q.id, q.slug, v.id AS version_id,
         CASE WHEN v.id IS NOT NULL THEN 'published' WHEN f.slug IS NOT NULL THEN 'file'
           WHEN d.question_id IS NOT NULL THEN 'draft' END AS standing,
         CASE WHEN v.id IS NOT NULL THEN 'published:' || v.version WHEN f.slug IS NOT NULL THEN 'file:' || f.version
           WHEN d.question_id IS NOT NULL THEN 'draft:' || d.revision END AS stamp,
         CASE WHEN v.id IS NOT NULL THEN p.created_at WHEN f.slug IS NOT NULL THEN f.at ELSE d.saved_at END AS at
       FROM question q
       LEFT JOIN question_published p ON p.question_id = q.id
       LEFT JOIN question_version v ON v.id = p.question_version_id
       LEFT JOIN jsonb_to_recordset($1::jsonb) AS f(slug text, version text, at timestamptz)
         ON f.slug = q.slug AND q.course_id IS NULL
       LEFT JOIN question_draft d ON d.question_id = q.id)
     SELECT n.id, n.slug, n.standing, n.stamp, n.at AS "changedAt",
       CASE n.standing WHEN 'published' THEN v.source WHEN 'draft' THEN d.source END AS source
     FROM now n
     LEFT JOIN question_card c ON c.question_id = n.id
     LEFT JOIN question_version v ON v.id = n.version_id
     LEFT JOIN question_draft d ON d.question_id = n.id
     WHERE n.stamp IS DISTINCT FROM c.stamp ORDER BY n.slug`,
    [files],
  )
  const without = rows.filter(({ stamp }) => stamp === null).map(({ id }) => id)
  if (without.length > 0) await query('DELETE FROM question_card WHERE question_id = ANY ($1)', [without])
  return rows.filter((row): row is Outdated => row.stamp !== null)
}

async function write({ id, slug, stamp, standing, changedAt, source }: Outdated): Promise<void> {
  const text = source ?? (await readFile(bankFilePath(slug), 'utf8').catch(() => null))
  if (text === null) return
  const card: CardContent = cardOf(text, slug)
  await query(
    `INSERT INTO question_card (question_id, stamp, standing, version, title, topics, kinds, fields, points, figures,
       problems, title_words, words, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (question_id) DO UPDATE SET stamp = $2, standing = $3, version = $4, title = $5, topics = $6, kinds = $7,
       fields = $8, points = $9, figures = $10, problems = $11, title_words = $12, words = $13, changed_at = $14`,
    [
      id,
      // a file that was changed meanwhile is looked at again
      source === null ? `file:${card.version}` : stamp,
      standing,
      card.version,
      card.title,
      card.topics,
      card.kinds,
      card.fields,
      card.points,
      card.figures,
      card.problems,
      card.titleWords,
      card.words,
      changedAt,
    ],
  )
}
