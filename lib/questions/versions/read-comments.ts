import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { carryLines } from './carry-lines.ts'
import { loadDraft } from './load-draft.ts'
import { versionHash } from './params.ts'
import { knownVersion } from './texts.ts'

interface Said {
  id: string
  text: string
  by: string
  byMe: boolean
  at: string
}

/** A comment with its answers, carried to the text that is read. */
export interface LineComment extends Said {
  /** what was read when it was written */
  version: string
  /** its line in that version; null: of the whole */
  writtenAt: number | null
  /** where that line stands in the text that is read; null: of the whole, or the line is gone */
  line: number | null
  /** the line says something else by now, or is gone */
  outdated: boolean
  replies: Said[]
  settled: { at: string; by: string } | null
}

type Row = Omit<LineComment, 'line' | 'outdated' | 'replies'> & { replyTo: string | null }

/** The text that comments are wanted on: a version, or the draft where the address names none. */
export const commentsOn = (search: URLSearchParams): string => parse(on, search.get('on') ?? 'draft')
const on = z.union([versionHash, z.literal('draft')])

/** Where the lines of every version that was commented on stand in a text. Each version is read once. */
async function carriedTo(source: string, questionId: string | null, rows: readonly Row[]) {
  const versions = new Set(rows.flatMap(({ version, writtenAt }) => (writtenAt === null ? [] : [version])))
  const texts = await query<{ version: string; source: string }>(
    'SELECT version, source FROM question_version WHERE question_id = $1 AND version = ANY ($2)',
    [questionId, [...versions]],
  )
  return new Map(texts.map((written) => [written.version, carryLines(written.source, source)]))
}

/** Every comment on a question with where its line stands in the text asked for, oldest first. */
export async function readComments(
  principal: Principal | null,
  slug: string,
  text: string,
): Promise<{ comments: LineComment[] }> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const source = text === 'draft' ? (await loadDraft(principal, slug)).source : (await knownVersion(slug, text))?.source
  if (source === undefined) throw notFound()
  const rows = await query<Row>(
    `SELECT c.id, c.text, p.name AS by, c.person_id = $2 AS "byMe", iso(c.created_at) AS at, v.version,
       c.line AS "writtenAt", c.reply_to AS "replyTo",
       CASE WHEN s.settled THEN jsonb_build_object('at', iso(s.created_at), 'by', sp.name) END AS settled
     FROM question_comment c JOIN person p ON p.id = c.person_id JOIN question_version v ON v.id = c.question_version_id
     LEFT JOIN LATERAL (SELECT * FROM question_comment_settled s WHERE s.comment_id = c.id ORDER BY s.id DESC LIMIT 1) s ON true
     LEFT JOIN person sp ON sp.id = s.person_id
     WHERE c.question_id = $1 ORDER BY c.created_at, c.id`,
    [questionId, personId],
  )
  const maps = await carriedTo(source, questionId, rows)
  const carried = ({ version, writtenAt }: Row) => {
    if (writtenAt === null) return { line: null, outdated: false }
    const place = maps.get(version)?.get(writtenAt)
    return { line: place?.line ?? null, outdated: place?.changed ?? true }
  }
  const said = ({ id, text: words, by, byMe, at }: Row): Said => ({ id, text: words, by, byMe, at })
  const comments = rows
    .filter(({ replyTo }) => replyTo === null)
    .map((row) => ({
      ...said(row),
      version: row.version,
      writtenAt: row.writtenAt,
      ...carried(row),
      replies: rows.filter(({ replyTo }) => replyTo === row.id).map(said),
      settled: row.settled,
    }))
  return { comments }
}
