import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { publishedSource } from '../sources.ts'
import { titleIn, usedSource } from './texts.ts'
import type { DraftState } from './types.ts'

interface Row {
  source: string | null
  revision: number | null
  at: string | null
  by: string | null
  basedOn: string | null
  published: string | null
}

/** What exams get; with a draft to show, the file of the house is not waited for. */
async function usedOf(slug: string, row: Row | undefined, courseId: string | null): Promise<string | null> {
  if (row?.published) return publishedSource(slug)
  if (courseId !== null) return null
  return usedSource(slug).catch((error: unknown) => {
    if (row?.source != null && error instanceof Refusal && error.status === 503) return null
    throw error
  })
}

/** The text of a question that is being worked on; where nobody has begun, what exams get of it. */
export async function loadDraft(principal: Principal | null, slug: string): Promise<DraftState> {
  const { right, courseId } = await requireQuestion(principal, slug, 'edit')
  const [row] = await query<Row>(
    `SELECT d.source, d.revision, iso(d.saved_at) AS at, p.name AS by, b.version AS "basedOn", v.version AS published
     FROM question q LEFT JOIN question_draft d ON d.question_id = q.id LEFT JOIN person p ON p.id = d.person_id
     LEFT JOIN question_version b ON b.id = d.based_on
     LEFT JOIN question_published u ON u.question_id = q.id LEFT JOIN question_version v ON v.id = u.question_version_id
     WHERE q.slug = $1`,
    [slug],
  )
  const used = await usedOf(slug, row, courseId)
  const source = row?.source ?? used
  if (source === null) throw notFound()
  return {
    slug,
    title: titleIn(source) ?? slug,
    source,
    revision: row?.revision ?? 0,
    saved: row?.at && row.by !== null ? { at: row.at, by: row.by } : null,
    basedOn: row?.basedOn ?? row?.published ?? null,
    published: row?.published ?? null,
    draft: source !== used,
    rights: { edit: true, publish: right === 'publish' },
    courseId,
  }
}
