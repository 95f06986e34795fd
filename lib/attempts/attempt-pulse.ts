import { z } from 'zod'
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
  /** how many files were ever put on its answers: a telephone adds them too */
  files: number
}

export const pulseQuery = z.object({
  /** number of the newest announcement that stands on the page; what cannot be read says nothing */
  shown: z.coerce.number().int().min(0).catch(0),
})

/** Once for each announcement and student: a later pulse, or one of another tab, takes nothing back. */
async function noteShown(attemptId: string, upTo: number): Promise<void> {
  await query(
    `INSERT INTO announcement_shown AS s (attempt_id, up_to) VALUES ($1, $2)
     ON CONFLICT (attempt_id) DO UPDATE SET up_to = excluded.up_to, shown_at = clock_timestamp()
       WHERE s.up_to < excluded.up_to`,
    [attemptId, upTo],
  )
}

/**
 * One statement by primary keys: a thousand students ask two hundred times a second. `shown`: the newest announcement that
 * the page says it shows, which is kept for staff.
 */
export async function attemptPulse(principal: Principal | null, attemptId: string, shown = 0): Promise<AttemptPulse> {
  await requireOwnAttempt(principal, attemptId)
  const [found] = await query<AttemptPulse & { noted: number }>(
    `SELECT a.state, a.epoch, iso(clock_timestamp()) AS "serverNow", iso(t.deadline) AS deadline,
       (SELECT iso(b.started_at) FROM attempt_break b
         WHERE b.attempt_id = a.id AND b.ended_at IS NULL AND a.state = 'open') AS "breakSince",
       (SELECT coalesce(max(n.id), 0)::int FROM announcement n WHERE n.exam_id = a.exam_id) AS announcements,
       (SELECT count(*)::int FROM upload u WHERE u.attempt_id = a.id) AS files,
       coalesce((SELECT s.up_to FROM announcement_shown s WHERE s.attempt_id = a.id), 0)::int AS noted
     FROM attempt a CROSS JOIN LATERAL attempt_times(a.id) t WHERE a.id = $1`,
    [attemptId],
  )
  if (!found) throw notFound()
  const { noted, ...pulse } = found
  const upTo = Math.min(shown, pulse.announcements)
  if (upTo > noted) await noteShown(attemptId, upTo)
  return pulse
}
