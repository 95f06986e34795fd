import { requireAttemptOwner } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'
import type { RequestState } from './request-now.ts'
import { type Message, threadsOf } from './thread.ts'

export interface OwnRequests {
  /** until when another look may be asked for; null: it may not */
  window: { until: string; open: boolean; atMost: number | null } | null
  requests: OwnRequest[]
}

/** A thread as its student reads it: who of the staff wrote is not in it. */
export interface OwnRequest {
  requestId: string
  field: string
  seq: number
  state: RequestState
  messages: Message[]
}

/** What the student has asked about a released result, and what was answered. */
export async function ownRequests(principal: Principal | null, attemptId: string): Promise<OwnRequests> {
  const { examId } = await requireAttemptOwner(principal, attemptId)
  const release = await readRelease(examId)
  if (!release.shows) throw new Refusal(403, 'not-released', 'The results have not been released yet.')
  const { points } = release.shows
  const rows = await query<Omit<OwnRequest, 'messages'>>(
    `SELECT q.id AS "requestId", q.field, q.seq, q.state FROM review_request_now q
     JOIN submission s ON s.id = q.submission_id WHERE s.attempt_id = $1 ORDER BY q.created_at, q.id`,
    [attemptId],
  )
  const threads = await threadsOf(
    query,
    rows.map(({ requestId }) => requestId),
  )
  const messages = (requestId: string) =>
    (threads.get(requestId) ?? []).map(
      ({ seq, act, nodes, at, before, after }): Message => ({
        seq,
        act,
        nodes,
        at,
        before: points ? before : null,
        after: points ? after : null,
      }),
    )
  return {
    window: release.requests,
    requests: rows.map((row) => ({ ...row, messages: messages(row.requestId) })),
  }
}
