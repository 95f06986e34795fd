import type { Principal } from '../auth/principal.ts'
import { sendingQueue } from '../db/queue.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { kindOfKey, requireOwnAttempt } from './facts.ts'
import { type SubmissionBody, submissionBody } from './input.ts'
import { receiptCode } from './receipt.ts'
import { unknownEpoch } from './save-responses.ts'
import { type Outcome, submitTogether } from './submit-together.ts'

export interface Handed {
  submissionId: string
  frozenAt: string
  /** short code over the frozen answers, for the student to keep */
  receipt: string
}

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
  const outcome = await submitTogether({
    attemptId,
    personId: facts.personId,
    epoch,
    revisions: JSON.stringify(revisions),
  })
  if (!outcome) throw notFound()
  if (outcome.refused) throw refusal(outcome)
  return { submissionId: outcome.submissionId, frozenAt: outcome.frozenAt, receipt: receiptCode(outcome.digest) }
}
