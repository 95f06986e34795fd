import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { requireStudentOf } from '../exams/require-student.ts'
import { parse } from '../http/parse.ts'
import { logAction } from '../invigilation/staff-action.ts'
import { forgetGate } from './rules.ts'

export const exemptionBody = z.strictObject({
  personId: z.uuid(),
  networks: z.boolean(),
  /** neither of the two: the rules count for this student again */
  safeBrowser: z.boolean(),
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(1_000),
})

/**
 * Lets one student sit an exam from elsewhere, or in another browser, than its rules say; also in mid-exam, within seconds.
 * The access code counts for everybody: it can be told over the telephone.
 */
export async function exemptStudent(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof exemptionBody>,
): Promise<void> {
  const { personId: staffId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { personId, networks, safeBrowser, reason } = parse(exemptionBody, given)
  await inTransaction(async (query) => {
    await requireStudentOf(query, examId, personId)
    if (networks || safeBrowser)
      await query(
        `INSERT INTO access_exemption (exam_id, person_id, networks, safe_browser, reason) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (exam_id, person_id) DO UPDATE SET networks = excluded.networks,
           safe_browser = excluded.safe_browser, reason = excluded.reason`,
        [examId, personId, networks, safeBrowser, reason],
      )
    else await query('DELETE FROM access_exemption WHERE exam_id = $1 AND person_id = $2', [examId, personId])
    const details = { personId, networks, safeBrowser }
    await logAction(query, { examId, personId: staffId, action: 'exempt', details, reason })
  })
  forgetGate(examId)
}
