import { receiptCode } from '../../attempts/receipt.ts'
import type { Query } from '../../db/query.ts'
import { environment } from '../../environment.ts'
import { type Receipt, signReceipt } from './signed-receipt.ts'

/**
 * Signs what has just been frozen, in the transaction that freezes it: what is changed afterwards no longer fits what was
 * signed. Without a key there are no receipts.
 */
export async function storeReceipts(query: Query, submissionIds: readonly string[]): Promise<void> {
  const key = environment().REFEREE_RECEIPT_KEY
  if (!key || submissionIds.length === 0) return
  const frozen = await query<Omit<Receipt, 'code' | 'referee'>>(
    `SELECT e.title AS exam, a.id AS attempt, s.id AS submission, s.digest, coalesce(s.chain_length, 0) AS "chainLength",
       encode(s.chain_head, 'hex') AS "chainHead", s.closed_by AS "closedBy", iso(s.frozen_at) AS "frozenAt"
     FROM submission s JOIN attempt a ON a.id = s.attempt_id JOIN exam e ON e.id = a.exam_id WHERE s.id = ANY ($1)`,
    [submissionIds],
  )
  const receipts = frozen.map((facts): Receipt => ({ referee: 'receipt/1', ...facts, code: receiptCode(facts.digest) }))
  const signed = receipts.map((receipt) => ({
    submission: receipt.submission,
    receipt,
    signature: signReceipt(receipt, key),
  }))
  await query(
    `INSERT INTO signed_receipt (submission_id, receipt, signature)
     SELECT submission, receipt, signature
     FROM jsonb_to_recordset($1::jsonb) AS r(submission uuid, receipt jsonb, signature text)`,
    [JSON.stringify(signed)],
  )
}
