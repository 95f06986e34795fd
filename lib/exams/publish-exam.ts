import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { Refusal } from '../http/refusal.ts'
import { courseOfExam } from './exam-course.ts'

/** Puts the exam into the grading process's hands; false where it is published or under way already. */
export async function enqueuePublishing(query: Query, examId: string): Promise<boolean> {
  const rows = await query(
    `UPDATE exam SET state = 'publishing' WHERE id = $1 AND state IN ('draft', 'failed') RETURNING id`,
    [examId],
  )
  if (rows.length > 0) await enqueue(query, 'publish', [{ examId }])
  return rows.length > 0
}

/**
 * Starts publishing: the grading process reads the question files, draws and audits a pool for each and stores it. The
 * exam opens to students only when every question has passed.
 */
export async function publishExam(principal: Principal | null, examId: string): Promise<{ state: 'publishing' }> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await sendingQueue()
  const enqueued = await inTransaction((query) => enqueuePublishing(query, examId))
  if (!enqueued) throw new Refusal(409, 'published', 'This exam is published already, or is being published.')
  return { state: 'publishing' }
}
