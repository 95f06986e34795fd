import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { Completion } from './desk-answers.ts'
import type { completeBody } from './desk-requests.ts'

/** What may stand at a place of a text. */
export async function completeText(
  principal: Principal | null,
  given: z.input<typeof completeBody>,
): Promise<Completion> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'complete', given)
}
