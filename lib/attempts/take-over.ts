import type { Principal } from '../auth/principal.ts'
import { saveQuery } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { requireOwnAttempt } from './facts.ts'

/** This device goes on writing; whatever another one still sends has an older epoch and loses where both wrote. */
export async function takeOver(principal: Principal | null, attemptId: string): Promise<{ epoch: number }> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const [row] = await saveQuery<{ epoch: number }>(
    `UPDATE attempt SET epoch = epoch + 1 WHERE id = $1 AND person_id = $2 AND state = 'open' RETURNING epoch`,
    [attemptId, facts.personId],
  )
  if (!row) throw new Refusal(409, 'closed', 'This attempt is closed.')
  return row
}
