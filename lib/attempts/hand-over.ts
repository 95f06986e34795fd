import type { Query } from '../db/query.ts'
import { enqueue } from '../db/queue.ts'
import { storeReceipts } from '../evidence/receipt/store-receipts.ts'

/** What every frozen submission is due, in the transaction that froze it: a signed receipt, and its grading. */
export async function handOver(query: Query, submissionIds: readonly string[]): Promise<void> {
  await storeReceipts(query, submissionIds)
  await enqueue(
    query,
    'grade',
    submissionIds.map((submissionId) => ({ submissionId })),
  )
}
