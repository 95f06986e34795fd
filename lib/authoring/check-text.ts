import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { CheckAnswer } from './desk-answers.ts'
import type { checkBody } from './desk-requests.ts'

/** What is wrong in a text, what its names are and what stands where. Nothing of it is executed. */
export async function checkText(principal: Principal | null, given: z.input<typeof checkBody>): Promise<CheckAnswer> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'check', given)
}
