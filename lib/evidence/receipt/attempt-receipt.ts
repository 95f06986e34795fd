import { requireAttemptOwner } from '../../attempts/facts.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { environment } from '../../environment.ts'
import { notFound } from '../../http/refusal.ts'
import { publicKeyOf, type Receipt, type ReceiptFile } from './signed-receipt.ts'

/** The signed receipt of the student's own attempt; there is none before it is closed, nor where nothing signs. */
export async function attemptReceipt(principal: Principal | null, attemptId: string): Promise<ReceiptFile> {
  await requireAttemptOwner(principal, attemptId)
  const key = environment().REFEREE_RECEIPT_KEY
  const [row] = await query<{ receipt: Receipt; signature: string }>(
    `SELECT r.receipt, r.signature FROM signed_receipt r JOIN submission s ON s.id = r.submission_id
     WHERE s.attempt_id = $1`,
    [attemptId],
  )
  if (!key || !row) throw notFound()
  return { ...row, publicKey: publicKeyOf(key) }
}

/** The public key that receipts of this installation are signed with; null where nothing signs. */
export function receiptKey(): { algorithm: 'Ed25519'; publicKey: string | null } {
  const key = environment().REFEREE_RECEIPT_KEY
  return { algorithm: 'Ed25519', publicKey: key ? publicKeyOf(key) : null }
}
