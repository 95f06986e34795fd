import { inTransaction, type Query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { handOver } from './hand-over.ts'

/** How many attempts one transaction closes: the locks it holds keep late saves waiting. */
const atOnce = 50

/** Closes them in the caller's transaction: what is frozen there is signed and enqueued there. Returns how many. */
export async function closeOverdueIn(query: Query, attemptId: string | null = null): Promise<number> {
  const rows = await query<{ submissionId: string | null }>('SELECT close_overdue($1, $2) AS "submissionId"', [
    atOnce,
    attemptId,
  ])
  const frozen = rows.flatMap(({ submissionId }) => submissionId ?? [])
  await handOver(query, frozen)
  return frozen.length
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
