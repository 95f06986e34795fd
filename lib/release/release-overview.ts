import { receiptCode } from '../attempts/receipt.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { type MailStatus, mailStatus } from '../mail/mail-status.ts'
import { type Checklist, isFinished, releaseChecklist } from './checklist.ts'
import { readRelease } from './read-release.ts'
import type { ReleaseState } from './release-state.ts'
import { type Shows, showsOf } from './shows.ts'

/** A decision on what students may read. */
export interface Decision {
  id: string
  person: string
  createdAt: string
  takesEffect: string
  /** null: nothing */
  shows: Shows | null
  requestsUntil: string | null
  requestsAtMost: number | null
  note: string
  /** in force, yet to come, over, or replaced before its time came */
  state: 'now' | 'coming' | 'past' | 'never'
}

export interface ReleaseOverview {
  title: string
  release: ReleaseState
  now: string
  checklist: Checklist
  /** nothing of it is left to do */
  finished: boolean
  /** newest first */
  history: Decision[]
  mail: MailStatus
  /** what was handed in, to look at as its student will see it; without names */
  submissions: { attemptId: string; code: string }[]
}

interface Row extends Omit<Decision, 'shows'> {
  scope: 'none' | 'computed' | 'all'
  stored: Shows | null
}

async function decisions(examId: string): Promise<Decision[]> {
  const rows = await query<Row>(
    `SELECT r.id::text, p.name AS person, iso(r.created_at) AS "createdAt", iso(r.takes_effect) AS "takesEffect", r.scope,
       r.shows AS stored, iso(r.requests_until) AS "requestsUntil", r.requests_at_most AS "requestsAtMost", r.note,
       CASE WHEN r.id = f.id THEN 'now' WHEN r.replaced_at < r.takes_effect THEN 'never'
         WHEN r.takes_effect > clock_timestamp() THEN 'coming' ELSE 'past' END AS state
     FROM release_times r JOIN person p ON p.id = r.person_id LEFT JOIN release_in_force($1) f ON true
     WHERE r.exam_id = $1 ORDER BY r.id DESC`,
    [examId],
  )
  return rows.map(({ scope, stored, ...row }) => ({ ...row, shows: showsOf(scope, stored) }))
}

/** All that an instructor looks at before, while and after results are released. */
export async function releaseOverview(principal: Principal | null, examId: string): Promise<ReleaseOverview> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const [[exam], release, checklist, history, mail, submissions] = await Promise.all([
    query<{ title: string; now: string }>('SELECT title, iso(clock_timestamp()) AS now FROM exam WHERE id = $1', [
      examId,
    ]),
    readRelease(examId),
    releaseChecklist(query, examId),
    decisions(examId),
    mailStatus(query, examId),
    query<{ attemptId: string; digest: string }>(
      `SELECT a.id AS "attemptId", s.digest FROM submission s JOIN attempt a ON a.id = s.attempt_id
       WHERE a.exam_id = $1 ORDER BY s.digest LIMIT 2000`,
      [examId],
    ),
  ])
  const codes = submissions.map(({ attemptId, digest }) => ({ attemptId, code: receiptCode(digest) }))
  const finished = isFinished(checklist)
  return {
    title: exam?.title ?? '',
    now: exam?.now ?? '',
    release,
    checklist,
    finished,
    history,
    mail,
    submissions: codes,
  }
}
