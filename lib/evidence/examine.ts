import type { Evidence } from './evidence.ts'
import { examineChain } from './examine-chain.ts'
import { examineAnswers } from './examine-submission.ts'
import type { Finding } from './finding.ts'

/** Everything that is not as it was in the evidence of an attempt; nothing where all of it fits. */
export function examine(evidence: Evidence): Finding[] {
  return [...examineChain(evidence), ...examineAnswers(evidence)]
}
