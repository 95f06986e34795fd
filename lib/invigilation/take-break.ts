import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { requireInvigilatorOf } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const breakBody = z.strictObject({
  on: z.boolean(),
  reason: z.string().trim().max(1_000).default(''),
})

/**
 * Stops or starts the clock of one attempt, under its lock. Doing it twice is doing it once. Time that is over cannot be
 * stopped any more.
 */
export async function takeBreak(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof breakBody>,
): Promise<{ on: boolean }> {
  const { staffId, examId } = await requireInvigilatorOf(principal, attemptId)
  const { on, reason } = parse(breakBody, given)
  return inTransaction(async (query) => {
    await query('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    const [attempt] = await query<{ open: boolean; onBreak: boolean }>(
      `SELECT a.state = 'open' AND coalesce(clock_timestamp() <= attempt_deadline(a.id), true) AS open,
         EXISTS (SELECT FROM attempt_break b WHERE b.attempt_id = a.id AND b.ended_at IS NULL) AS "onBreak"
       FROM attempt a WHERE a.id = $1`,
      [attemptId],
    )
    if (on && !attempt?.open) throw new Refusal(409, 'over', 'The time of this attempt is over.')
    if (on === attempt?.onBreak) return { on }
    await query(
      on
        ? 'INSERT INTO attempt_break (attempt_id) VALUES ($1)'
        : 'UPDATE attempt_break SET ended_at = clock_timestamp() WHERE attempt_id = $1 AND ended_at IS NULL',
      [attemptId],
    )
    await logAction(query, {
      examId,
      attemptId,
      personId: staffId,
      action: on ? 'start-break' : 'end-break',
      reason,
    })
    return { on }
  })
}
