import type { Query } from '../db/query.ts'
import { mailOrigin } from './sends-mail.ts'

/** What became of an exam's mail. */
export interface MailStatus {
  /** whether this installation sends any */
  on: boolean
  sent: number
  waiting: number
  /** those that failed at least once and were not sent since */
  troubles: MailTrouble[]
}

export interface MailTrouble {
  mailId: string
  kind: 'released' | 'answered' | 'requests' | 'corrected'
  name: string
  problem: string
  tries: number
  triedAt: string | null
  /** nobody tries any more */
  gaveUp: boolean
}

export async function mailStatus(run: Query, examId: string): Promise<MailStatus> {
  const [[counts], troubles] = await Promise.all([
    run<{ sent: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent,
         count(*) FILTER (WHERE sent_at IS NULL AND dropped_at IS NULL AND gave_up_at IS NULL)::int AS waiting
       FROM mail WHERE exam_id = $1`,
      [examId],
    ),
    run<MailTrouble>(
      `SELECT m.id AS "mailId", m.kind, p.name, m.problem, m.tries, iso(m.tried_at) AS "triedAt",
         m.gave_up_at IS NOT NULL AS "gaveUp"
       FROM mail m JOIN person p ON p.id = m.person_id
       WHERE m.exam_id = $1 AND m.sent_at IS NULL AND m.dropped_at IS NULL AND m.problem IS NOT NULL
       ORDER BY m.created_at DESC, m.id LIMIT 100`,
      [examId],
    ),
  ])
  return { on: mailOrigin() !== null, sent: counts?.sent ?? 0, waiting: counts?.waiting ?? 0, troubles }
}
