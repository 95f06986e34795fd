import { z } from 'zod'
import { handOver } from '../attempts/hand-over.ts'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { requireInvigilatorOf } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const closeBody = z.strictObject({
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(1_000),
})

/** Hands in for a student: what is saved is frozen and graded, as at the deadline. A break that lasts ends with it. */
export async function closeAttempt(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof closeBody>,
): Promise<{ submissionId: string }> {
  const { staffId, examId } = await requireInvigilatorOf(principal, attemptId)
  const { reason } = parse(closeBody, given)
  await sendingQueue()
  return inTransaction(async (query) => {
    await query('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    const [frozen] = await query<{ submissionId: string | null }>(
      `SELECT freeze_attempt($1, 'staff') AS "submissionId"`,
      [attemptId],
    )
    const submissionId = frozen?.submissionId
    if (!submissionId) throw new Refusal(409, 'closed', 'This attempt is closed already.')
    await query('UPDATE attempt_break SET ended_at = clock_timestamp() WHERE attempt_id = $1 AND ended_at IS NULL', [
      attemptId,
    ])
    await handOver(query, [submissionId])
    await logAction(query, { examId, attemptId, personId: staffId, action: 'close', reason })
    return { submissionId }
  })
}
