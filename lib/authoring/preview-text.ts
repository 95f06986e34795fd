import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { AuthoringPreview } from './desk-answers.ts'
import type { previewBody } from './desk-requests.ts'

/** A text as a student would get it with a seed, with all that staff see beside it; graded where answers are given. */
export async function previewText(
  principal: Principal | null,
  given: z.input<typeof previewBody>,
): Promise<AuthoringPreview> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'preview', given)
}
