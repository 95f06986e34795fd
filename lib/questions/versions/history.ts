import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { soundReport } from '../stored-audits.ts'
import { auditStanding } from './audit-standing.ts'
import { loadDraft } from './load-draft.ts'
import type { ReviewStanding } from './review-standing.ts'
import type { DraftState } from './types.ts'

/** Something that became of a question. */
export interface HistoryEntry {
  id: number
  what: 'version' | 'published' | 'withdrawn' | 'imported' | 'synced' | 'corrected' | 'archived' | 'restored'
  version: string | null
  title: string | null
  at: string
  /** null: nobody, such as a sync at start */
  by: string | null
  note: string
  /** exams get this version now; told of the newest entry that made it so */
  published: boolean
  audit: 'none' | 'sound' | 'unsound'
  review: ReviewStanding
  /** exams that use this version */
  exams: number
}

export interface QuestionHistory {
  slug: string
  draft: DraftState
  /** newest first */
  entries: HistoryEntry[]
}

const most = 500

/** What became of a question: its versions, what was published when, by whom and why. For those who work on it. */
export async function questionHistory(principal: Principal | null, slug: string): Promise<QuestionHistory> {
  await requireQuestion(principal, slug, 'edit')
  const [draft, entries] = await Promise.all([
    loadDraft(principal, slug),
    query<HistoryEntry>(
      `SELECT h.id::int, h.what, v.version, v.title, iso(h.created_at) AS at, p.name AS by, h.note,
         h.what = 'published' AND h.question_version_id = u.question_version_id
           AND NOT EXISTS (SELECT FROM question_history l WHERE l.question_id = q.id AND l.id > h.id AND l.what = 'published') AS published,
         coalesce((SELECT CASE WHEN ${soundReport} THEN 'sound' ELSE 'unsound' END FROM audit_report r
           WHERE r.slug = q.slug AND r.version = v.version ORDER BY r.created_at DESC, r.id DESC LIMIT 1), 'none') AS audit,
         coalesce((SELECT w.what::text FROM question_review w WHERE w.question_version_id = v.id ORDER BY w.id DESC LIMIT 1), 'none') AS review,
         (SELECT count(*)::int FROM exam_question e JOIN exam x ON x.id = e.exam_id
           WHERE e.question_version_id = v.id AND x.trial_of IS NULL AND x.discarded_at IS NULL) AS exams
       FROM question q JOIN question_history h ON h.question_id = q.id
       LEFT JOIN question_version v ON v.id = h.question_version_id LEFT JOIN person p ON p.id = h.person_id
       LEFT JOIN question_published u ON u.question_id = q.id
       WHERE q.slug = $1 ORDER BY h.id DESC LIMIT ${most}`,
      [slug],
    ),
  ])
  return { slug, draft, entries }
}

export interface VersionShown {
  version: string
  title: string
  source: string
  at: string
  by: string | null
  note: string
  /** by the newest report on exactly this version */
  audit: HistoryEntry['audit']
}

/** One version of a question, for those who work on it. */
export async function questionVersion(
  principal: Principal | null,
  slug: string,
  version: string,
): Promise<VersionShown> {
  await requireQuestion(principal, slug, 'edit')
  const [found] = await query<Omit<VersionShown, 'audit'>>(
    `SELECT v.version, v.title, v.source, iso(coalesce(h.created_at, v.created_at)) AS at, p.name AS by, coalesce(h.note, '') AS note
     FROM question q JOIN question_version v ON v.question_id = q.id
     LEFT JOIN LATERAL (SELECT * FROM question_history h WHERE h.question_version_id = v.id ORDER BY h.id LIMIT 1) h ON true
     LEFT JOIN person p ON p.id = h.person_id WHERE q.slug = $1 AND v.version = $2`,
    [slug, version],
  )
  if (!found) throw notFound()
  const audit = await auditStanding(query, slug, version)
  return { ...found, audit: audit === null ? 'none' : audit.sound ? 'sound' : 'unsound' }
}
