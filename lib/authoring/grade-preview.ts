import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { askDesk } from './ask-desk.ts'
import type { GradedPreview } from './desk-answers.ts'
import type { gradeBody } from './desk-requests.ts'

/** Answers that an author typed into a preview, by the real grader. */
export async function gradePreview(
  principal: Principal | null,
  given: z.input<typeof gradeBody>,
): Promise<GradedPreview> {
  const { personId } = await requireStaffAnywhere(principal)
  return askDesk(personId, 'grade', given)
}
