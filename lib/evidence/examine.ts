import type { Evidence } from './evidence.ts'
import { examineChain } from './examine-chain.ts'
import { examineReceipts } from './examine-receipts.ts'
import { examineAnswers } from './examine-submission.ts'
import type { Finding } from './finding.ts'

/**
 * Everything that is not as it was in the evidence of an attempt; nothing where all of it fits. Without the public key of
 * the installation signatures are not looked at.
 */
export function examine(evidence: Evidence, publicKey: string | null = null): Finding[] {
  const signed = publicKey === null ? [] : examineReceipts(evidence, publicKey)
  return [...examineChain(evidence), ...examineAnswers(evidence), ...signed]
}
