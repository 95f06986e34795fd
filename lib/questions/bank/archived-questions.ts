import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireStaffAnywhere } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { archivedQuestions } from './visible.ts'
import { wordsOf } from './words.ts'

/** A question that was put away. */
export interface ArchivedQuestion {
  slug: string
  title: string
  /** whose it is; null: the house's */
  course: string | null
  at: string
  /** who put it away */
  by: string | null
  /** exams that have it, published or not */
  exams: number
  mayRestore: boolean
}

export interface Archive {
  entries: ArchivedQuestion[]
  total: number
  page: number
  pages: number
}

export const archiveSearch = z.strictObject({
  q: z.string().max(300).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

const pageSize = 100

/** What was put away of the questions that the person may read, the newest first; drafts for those who may edit them. */
export async function listArchived(
  principal: Principal | null,
  given: z.input<typeof archiveSearch> = {},
): Promise<Archive> {
  const { personId } = await requireStaffAnywhere(principal)
  const { q, page } = parse(archiveSearch, given)
  return listed(personId, q, page)
}

async function listed(personId: string, q: string, page: number): Promise<Archive> {
  const rows = await query<ArchivedQuestion & { total: number }>(listing, [
    personId,
    null,
    wordsOf(q).slice(0, 20),
    pageSize,
    (page - 1) * pageSize,
  ])
  // in place of a page that there is not any more, the first one
  if (rows.length === 0 && page > 1) return listed(personId, q, 1)
  const total = rows[0]?.total ?? 0
  const entries = rows.map(({ total: _, ...entry }) => entry)
  return { entries, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

const listing = `
  SELECT v.slug, coalesce(c.title, v.slug) AS title, o.title AS course, iso(v.archived_at) AS at, z.name AS by,
    (SELECT count(*)::int FROM exam_question x JOIN exam e ON e.id = x.exam_id
      WHERE x.slug = v.slug AND e.trial_of IS NULL) AS exams,
    p.administrator OR coalesce(m.role = 'instructor', false) AS "mayRestore", count(*) OVER ()::int AS total
  FROM (${archivedQuestions}) v
  JOIN person p ON p.id = $1
  LEFT JOIN question_card c USING (question_id)
  LEFT JOIN course o ON o.id = v.course_id
  LEFT JOIN membership m ON m.person_id = $1 AND m.course_id = v.course_id
  LEFT JOIN LATERAL (SELECT person_id FROM question_history h WHERE h.question_id = v.question_id AND h.what = 'archived'
    ORDER BY h.id DESC LIMIT 1) h ON true
  LEFT JOIN person z ON z.id = h.person_id
  WHERE (v.may_edit OR coalesce(c.standing <> 'draft', false))
    AND NOT EXISTS (SELECT FROM unnest($3::text[]) w WHERE strpos(coalesce(c.words, ''), ' ' || w) = 0)
  ORDER BY v.archived_at DESC, v.slug
  LIMIT $4 OFFSET $5`
