import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { SmallAudit } from './desk-answers.ts'
import type { smallAuditBody } from './desk-requests.ts'

/** A few variants of a text, audited: enough to see while typing that a pool is unfair. */
export async function auditSoon(
  principal: Principal | null,
  given: z.input<typeof smallAuditBody>,
): Promise<SmallAudit> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'audit', given)
}
