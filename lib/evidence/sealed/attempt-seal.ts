import { requireOwnAttempt } from '../../attempts/facts.ts'
import type { Principal } from '../../auth/principal.ts'
import { sealingKey, ticketOf } from './sealing-key.ts'

/** What a device needs to seal the answers of the student's own attempt when it cannot send them. */
export async function attemptSeal(principal: Principal | null, attemptId: string) {
  const { personId } = await requireOwnAttempt(principal, attemptId)
  return { ...sealingKey(), ticket: ticketOf(attemptId, personId) }
}
