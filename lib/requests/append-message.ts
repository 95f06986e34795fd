import type { Query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import type { RequestNow, RequestState } from './request-now.ts'

export interface NewMessage {
  act: 'ask' | 'reply' | 'answer' | 'withdraw' | 'close' | 'reopen'
  state: RequestState
  personId: string
  text: string
  /** of an answer: the review that it made, and the points it found and left */
  reviewVersion?: number | null
  before?: number | null
  after?: number | null
}

/** Longer threads are talked over in a room. */
const mostMessages = 60

/** Who writes has seen the newest message; else they are told to look again, and nothing is lost. */
export function requireNewest({ seq }: Pick<RequestNow, 'seq'>, seen: number): void {
  if (seen !== seq) throw new Refusal(409, 'conflict', 'Something else was said meanwhile. Please look again.')
  if (seq >= mostMessages) throw new Refusal(409, 'full', 'This thread has become too long. Please talk to each other.')
}

/** Appends a message to a thread that the transaction holds; returns its number. */
export async function appendMessage(run: Query, requestId: string, seq: number, message: NewMessage): Promise<number> {
  const { act, state, personId, text, reviewVersion = null, before = null, after = null } = message
  const [stored] = await run<{ seq: number }>(
    `INSERT INTO review_request_message (request_id, seq, act, state, person_id, text, review_version, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING seq`,
    [requestId, seq + 1, act, state, personId, text, reviewVersion, before, after],
  )
  if (!stored) throw new Refusal(409, 'conflict', 'Something else was said meanwhile. Please look again.')
  return stored.seq
}
