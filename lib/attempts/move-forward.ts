import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { saveQuery } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { kindOfKey, requireOwnAttempt } from './facts.ts'
import { submissionBody } from './input.ts'
import { unknownEpoch } from './save-responses.ts'

/** As for handing in: nothing that was typed is left behind. */
export const forwardBody = submissionBody.extend({
  /** the question that is left, counted from 1: asked for twice one question is left */
  from: z.number().int().min(1).max(10_000),
})
export type ForwardBody = z.infer<typeof forwardBody>

type Outcome =
  | { refused: 'free' | 'closed' }
  | { refused: 'stale' | 'epoch'; epoch: number }
  | { refused: 'missing'; fields: string[] }
  | { refused?: undefined; place: number }

function refusal(outcome: Outcome & { refused: string }): Refusal {
  switch (outcome.refused) {
    case 'free':
      return new Refusal(409, 'free', 'The questions of this exam stand side by side.')
    case 'closed':
      return new Refusal(409, 'closed', 'This attempt is closed.')
    case 'epoch':
      return unknownEpoch(outcome.epoch)
    case 'stale': {
      const details = { epoch: outcome.epoch }
      return new Refusal(409, 'stale', 'The exam was continued on another device.', { details })
    }
    case 'missing': {
      const details = { fields: outcome.fields }
      return new Refusal(409, 'missing', 'Some answers have not reached the server yet.', { details })
    }
  }
}

/** Leaves a question for the next one, for good: from then on nothing is saved of it, and the paper is the next question. */
export async function moveForward(
  principal: Principal | null,
  attemptId: string,
  given: ForwardBody,
): Promise<{ place: number }> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const { epoch, from, revisions } = parse(forwardBody, given)
  for (const key of Object.keys(revisions)) kindOfKey(facts, key)
  const [row] = await saveQuery<{ outcome: Outcome | null }>(
    'SELECT move_forward($1, $2, $3, $4, $5::jsonb) AS outcome',
    [attemptId, facts.personId, epoch, from, JSON.stringify(revisions)],
  )
  const outcome = row?.outcome
  if (!outcome) throw notFound()
  if (outcome.refused) throw refusal(outcome)
  return { place: outcome.place }
}
