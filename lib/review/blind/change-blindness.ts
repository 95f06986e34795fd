import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { courseOfExam } from '../../exams/exam-course.ts'
import { parse } from '../../http/parse.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { type Blindness, readBlindness } from './blindness.ts'

export const blindnessBody = z.strictObject({
  anonymous: z.boolean(),
  namesForAssistants: z.boolean(),
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(500),
})

/** Lets reviewers see names, or no longer: written down with who did it and why. */
export async function changeBlindness(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof blindnessBody>,
): Promise<Blindness> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { reason, anonymous, namesForAssistants } = parse(blindnessBody, given)
  return inTransaction(async (run) => {
    await run('UPDATE blind_review SET anonymous = $2, names_for_assistants = $3 WHERE exam_id = $1', [
      examId,
      anonymous,
      namesForAssistants,
    ])
    const details = { anonymous, namesForAssistants }
    await logAction(run, { examId, personId, action: 'set-blindness', details, reason })
    return readBlindness(run, examId)
  })
}
