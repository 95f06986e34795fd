import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { logAction } from '../invigilation/staff-action.ts'
import { courseOfExam } from './exam-course.ts'
import { enqueuePublishing, requireReady } from './publish-exam.ts'
import { takeBack } from './unpublish-exam.ts'

/**
 * Takes what is published of its questions now into a published exam that nobody has begun: it is taken back and published
 * again in one step, with the checks of both. What was planned for its results stays as it is.
 */
export async function drawAnew(principal: Principal | null, examId: string): Promise<{ state: 'publishing' }> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await sendingQueue()
  await inTransaction(async (query) => {
    await takeBack(query, examId)
    await requireReady(query, examId)
    await enqueuePublishing(query, examId)
    await logAction(query, { examId, personId, action: 'draw-anew' })
  })
  return { state: 'publishing' }
}
