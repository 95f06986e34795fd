import { inTransaction, type Query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { storeReceipts } from '../evidence/receipt/store-receipts.ts'

/** How many attempts one transaction closes: the locks it holds keep late saves waiting. */
const atOnce = 50

/** Closes them in the caller's transaction: what is frozen there is signed and enqueued there. Returns how many. */
export async function closeOverdueIn(query: Query, attemptId: string | null = null): Promise<number> {
  const rows = await query<{ submissionId: string | null }>('SELECT close_overdue($1, $2) AS "submissionId"', [
    atOnce,
    attemptId,
  ])
  const jobs = rows.flatMap(({ submissionId }) => (submissionId ? [{ submissionId }] : []))
  await storeReceipts(
    query,
    jobs.map(({ submissionId }) => submissionId),
  )
  await enqueue(query, 'grade', jobs)
  return jobs.length
}

/**
 * The finaliser: freezes what was saved of attempts whose deadline and grace are over, and enqueues their grading in the
 * same transaction. Any number may run side by side. With an id it looks at that attempt only. Returns how many it closed.
 */
export async function closeOverdue(attemptId: string | null = null): Promise<number> {
  await sendingQueue()
  const closed = await inTransaction((query) => closeOverdueIn(query, attemptId))
  return attemptId === null && closed === atOnce ? closed + (await closeOverdue()) : closed
}
