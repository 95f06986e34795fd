import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { requireQuestion } from '../require-question.ts'

/** That a question was put away, when and by whom. */
export interface ArchivedNote {
  at: string
  by: string | null
  mayRestore: boolean
}

/** Null: it is where it always was. */
export async function archivedNote(principal: Principal | null, slug: string): Promise<ArchivedNote | null> {
  const { right } = await requireQuestion(principal, slug, 'read')
  const [row] = await query<Omit<ArchivedNote, 'mayRestore'>>(
    `SELECT iso(q.archived_at) AS at, p.name AS by FROM question q
     LEFT JOIN LATERAL (SELECT person_id FROM question_history h WHERE h.question_id = q.id AND h.what = 'archived'
       ORDER BY h.id DESC LIMIT 1) h ON true
     LEFT JOIN person p ON p.id = h.person_id WHERE q.slug = $1 AND q.archived_at IS NOT NULL`,
    [slug],
  )
  return row ? { ...row, mayRestore: right === 'publish' } : null
}
