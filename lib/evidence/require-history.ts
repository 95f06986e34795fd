import type { Principal } from '../auth/principal.ts'
import { Refusal } from '../http/refusal.ts'
import { requireStaffOf } from '../late/decide-late.ts'

/** Staff who may see how an attempt came about: while it is being sat, those alone who run the exam. */
export async function requireHistoryOf(principal: Principal | null, attemptId: string) {
  const staff = await requireStaffOf(principal, attemptId)
  if (staff.state === 'open' && staff.role === 'ta')
    throw new Refusal(403, 'open', 'Assistants see an attempt once it is closed.')
  return staff
}
