import { receiptCode } from '../attempts/receipt.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { environment } from '../environment.ts'
import { notFound } from '../http/refusal.ts'
import { type FieldKept, keptContent } from '../late/late-content.ts'
import { readEvidence } from './evidence.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import { publicKeyOf } from './receipt/signed-receipt.ts'
import { requireHistoryOf } from './require-history.ts'

/** What staff may see of how an attempt came about. */
export interface AttemptHistory {
  /** null for assistants: who decides on what came late need not know whose it is */
  person: string | null
  exam: { id: string; title: string }
  state: 'open' | 'closed'
  saves: number
  submissions: { id: string; code: string; closedBy: string; frozenAt: string; former: boolean }[]
  /** kept without counting; empty while the attempt is open */
  kept: FieldKept[]
  /** where the store is not as it was */
  findings: Finding[]
}

export async function attemptHistory(principal: Principal | null, attemptId: string): Promise<AttemptHistory> {
  const { examId, role, state } = await requireHistoryOf(principal, attemptId)
  const key = environment().REFEREE_RECEIPT_KEY
  const [[evidence], kept] = await Promise.all([readEvidence(query, [attemptId]), keptContent(attemptId)])
  if (!evidence) throw notFound()
  return {
    person: role === 'ta' ? null : evidence.person,
    exam: { id: examId, title: evidence.exam },
    state,
    saves: evidence.events.length,
    submissions: evidence.submissions.map(({ id, digest, closedBy, frozenAt, former }) => ({
      id,
      code: receiptCode(digest),
      closedBy,
      frozenAt,
      former,
    })),
    kept,
    findings: examine(evidence, key ? publicKeyOf(key) : null),
  }
}
