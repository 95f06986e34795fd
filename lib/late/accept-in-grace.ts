import { closeOverdueIn } from '../attempts/close-overdue.ts'
import { savePool } from '../db/pool.ts'
import { inTransaction, saveQuery } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'

/**
 * What was typed while a device was offline and arrives within the exam's sync grace counts without anybody being asked:
 * decided, and enqueued to be graded, in one transaction. May be repeated; nothing is taken twice.
 */
export async function acceptInGrace(attemptId: string): Promise<void> {
  await sendingQueue()
  await inTransaction(async (query) => {
    // whoever holds the attempt just now, such as a device that takes over, is waited for: closing would pass it by
    await query('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    await closeOverdueIn(query, attemptId)
    const [taken] = await query<{ submissionId: string | null }>('SELECT accept_in_grace($1) AS "submissionId"', [
      attemptId,
    ])
    if (taken?.submissionId) await enqueue(query, 'grade', [{ submissionId: taken.submissionId }])
  }, savePool())
}

/** Those of an attempt's late operations that were taken into its submission. */
export async function acceptedOperations(attemptId: string, opIds: readonly string[]): Promise<Set<string>> {
  const rows = await saveQuery<{ opId: string }>(
    `SELECT e.op_id AS "opId" FROM save_event e WHERE e.attempt_id = $1 AND e.op_id = ANY ($2::uuid[])
       AND EXISTS (SELECT FROM late_accepted l WHERE l.save_event_id = e.id)`,
    [attemptId, opIds],
  )
  return new Set(rows.map(({ opId }) => opId))
}
