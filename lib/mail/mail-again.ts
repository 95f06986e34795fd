import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { courseOfExam } from '../exams/exam-course.ts'

/** Tries once more what nobody tries to send any more: the settings were put right, or an address. */
export async function mailAgain(principal: Principal | null, examId: string): Promise<{ mails: number }> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await sendingQueue()
  return inTransaction(async (run) => {
    const mails = await run<{ mailId: string }>(
      `UPDATE mail SET gave_up_at = NULL WHERE exam_id = $1 AND gave_up_at IS NOT NULL RETURNING id AS "mailId"`,
      [examId],
    )
    await enqueue(run, 'mail', mails)
    return { mails: mails.length }
  })
}
