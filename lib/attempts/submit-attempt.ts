import type { Principal } from '../auth/principal.ts'
import { savePool } from '../db/pool.ts'
import { inTransaction } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { storeReceipts } from '../evidence/receipt/store-receipts.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { kindOfKey, requireOwnAttempt } from './facts.ts'
import { type SubmissionBody, submissionBody } from './input.ts'
import { receiptCode } from './receipt.ts'
import { unknownEpoch } from './save-responses.ts'

export interface Handed {
  submissionId: string
  frozenAt: string
  /** short code over the frozen answers, for the student to keep */
  receipt: string
}

type Outcome =
  | { refused: 'missing'; fields: string[] }
  | { refused: 'stale' | 'epoch'; epoch: number }
  | { refused?: undefined; submissionId: string; frozenAt: string; digest: string; fresh: boolean }

function refusal(outcome: Outcome & { refused: string }): Refusal {
  if (outcome.refused === 'missing') {
    const details = { fields: outcome.fields }
    return new Refusal(409, 'missing', 'Some answers have not reached the server yet.', { details })
  }
  if (outcome.refused === 'epoch') return unknownEpoch(outcome.epoch)
  return new Refusal(409, 'stale', 'The exam was continued on another device.', { details: { epoch: outcome.epoch } })
}

/** Hands the attempt in. Freezing and enqueueing the grading commit together; a repetition gets the same receipt. */
export async function submitAttempt(
  principal: Principal | null,
  attemptId: string,
  given: SubmissionBody,
): Promise<Handed> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const { epoch, revisions } = parse(submissionBody, given)
  for (const key of Object.keys(revisions)) kindOfKey(facts, key)
  await sendingQueue()
  const outcome = await inTransaction(async (query) => {
    const [row] = await query<{ outcome: Outcome | null }>('SELECT submit_attempt($1, $2, $3, $4::jsonb) AS outcome', [
      attemptId,
      facts.personId,
      epoch,
      JSON.stringify(revisions),
    ])
    if (!row?.outcome) throw notFound()
    if (!row.outcome.refused && row.outcome.fresh) {
      await storeReceipts(query, [row.outcome.submissionId])
      await enqueue(query, 'grade', [{ submissionId: row.outcome.submissionId }])
    }
    return row.outcome
  }, savePool())
  if (outcome.refused) throw refusal(outcome)
  return { submissionId: outcome.submissionId, frozenAt: outcome.frozenAt, receipt: receiptCode(outcome.digest) }
}
