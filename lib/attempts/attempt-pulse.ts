import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { requireOwnAttempt } from './facts.ts'

/** The little that may change without the student's doing, for a page that asks every few seconds. */
export interface AttemptPulse {
  state: 'open' | 'closed'
  epoch: number
  serverNow: string
  /** null: there is none */
  deadline: string | null
  /** the clock stands since then */
  breakSince: string | null
  /** number of the newest announcement; 0: there is none */
  announcements: number
}

/** One statement by primary keys: a thousand students ask two hundred times a second. */
export async function attemptPulse(principal: Principal | null, attemptId: string): Promise<AttemptPulse> {
  await requireOwnAttempt(principal, attemptId)
  const [pulse] = await query<AttemptPulse>(
    `SELECT a.state, a.epoch, iso(clock_timestamp()) AS "serverNow", iso(t.deadline) AS deadline,
       (SELECT iso(b.started_at) FROM attempt_break b
         WHERE b.attempt_id = a.id AND b.ended_at IS NULL AND a.state = 'open') AS "breakSince",
       (SELECT coalesce(max(n.id), 0)::int FROM announcement n WHERE n.exam_id = a.exam_id) AS announcements
     FROM attempt a CROSS JOIN LATERAL attempt_times(a.id) t WHERE a.id = $1`,
    [attemptId],
  )
  if (!pulse) throw notFound()
  return pulse
}
