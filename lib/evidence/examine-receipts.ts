import type { Evidence, StoredSubmission } from './evidence.ts'
import type { Amiss, Finding } from './finding.ts'
import { linksOf } from './links.ts'
import { isSigned, type Receipt } from './receipt/signed-receipt.ts'

/** Compares submissions and chain with what was signed when they were frozen: this much nobody can make anew. */
export function examineReceipts(evidence: Evidence, publicKey: string): Finding[] {
  return evidence.submissions.flatMap((submission) => {
    const { id, signed } = submission
    if (!signed) return []
    if (!isSigned(signed.receipt, signed.signature, publicKey))
      return [plain(evidence, 'changed', `submission ${id}: its receipt is not the one that was signed`)]
    return receiptDiffers(evidence, submission, signed.receipt)
  })
}

const plain = ({ attemptId }: Evidence, amiss: Amiss, says: string): Finding => ({
  attemptId,
  eventId: null,
  seq: null,
  amiss,
  says,
})

/** What a genuine receipt says otherwise than the store. */
export function receiptDiffers(evidence: Evidence, submission: StoredSubmission, receipt: Receipt): Finding[] {
  const { id, digest, frozenAt, closedBy } = submission
  const findings: Finding[] = []
  if (receipt.submission !== id || receipt.attempt !== evidence.attemptId)
    findings.push(plain(evidence, 'changed', `submission ${id}: its receipt is that of another one`))
  if (receipt.digest !== digest)
    findings.push(plain(evidence, 'changed', `submission ${id}: other answers than the receipt was signed for`))
  if (receipt.frozenAt !== frozenAt || receipt.closedBy !== closedBy)
    findings.push(plain(evidence, 'changed', `submission ${id}: when or by whom it was closed is not what was signed`))
  return [...findings, ...chainDiffers(evidence, receipt)]
}

function chainDiffers(evidence: Evidence, { chainLength, chainHead }: Receipt): Finding[] {
  if (chainLength === 0) return []
  const last = linksOf(evidence).find((link) => link.seq === chainLength)
  if (!last)
    return [plain(evidence, 'truncated', `the receipt was signed at place ${chainLength}: there is no event there`)]
  if (last.hash === chainHead) return []
  const says = `the chain up to place ${chainLength} is not the one that was signed`
  return [{ ...plain(evidence, 'rewritten', says), eventId: last.eventId, seq: chainLength }]
}
