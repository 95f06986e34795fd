import type { Query } from '../../db/query.ts'
import { readEvidence } from '../evidence.ts'
import { receiptDiffers } from '../examine-receipts.ts'
import { isSigned, type ReceiptFile } from './signed-receipt.ts'

/** Says whether a student's receipt is genuine and the store still agrees with it; gives the exit code. */
export async function checkFile(
  { receipt, signature, publicKey }: ReceiptFile,
  own: string | null,
  query: Query | null,
  say: (line: string) => void,
): Promise<number> {
  if (!isSigned(receipt, signature, publicKey)) {
    say('FORGED: the signature does not belong to this receipt.')
    return 1
  }
  if (own !== null && own !== publicKey) {
    say('FORGED: it was signed with another key than that of this installation.')
    return 1
  }
  const whose = own === null ? `by the key in it (${publicKey.slice(-16)}), which is not known here` : 'here'
  say(`Signed ${whose}: ${receipt.code}, ${receipt.exam}, attempt ${receipt.attempt}, frozen ${receipt.frozenAt}`)
  if (!query) {
    say('There is no database to compare it with.')
    return 0
  }
  const [evidence] = await readEvidence(query, [receipt.attempt])
  const submission = evidence?.submissions.find(({ id }) => id === receipt.submission)
  if (!evidence || !submission) {
    say('GONE: the store has no such submission.')
    return 1
  }
  const findings = receiptDiffers(evidence, submission, receipt)
  for (const { amiss, eventId, says } of findings) say(`${amiss}${eventId ? ` at event ${eventId}` : ''}: ${says}`)
  if (findings.length === 0) say('The store says the same.')
  return findings.length === 0 ? 0 : 1
}
