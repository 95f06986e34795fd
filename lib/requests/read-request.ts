import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { pseudonymsOf } from '../review/blind/pseudonyms.ts'
import type { ReviewCard } from '../review/queue/card.ts'
import { loadCards } from '../review/queue/load-cards.ts'
import { requireReviewer } from '../review/require-reviewer.ts'
import { findRequest, type RequestState } from './request-now.ts'
import { type StaffMessage, threadsOf } from './thread.ts'

export interface RequestDetail {
  requestId: string
  examId: string
  /** stands for the student */
  code: string
  seq: number
  state: RequestState
  /** until when the student may go on with it; null: not any more */
  until: string | null
  claim: { name: string; own: boolean; until: string } | null
  messages: StaffMessage[]
  /** the answer with its grading, its rubric and what was decided over it */
  card: ReviewCard
}

/** A request with all that is needed to answer it. */
export async function readRequest(principal: Principal | null, requestId: string): Promise<RequestDetail> {
  const request = await findRequest(query, requestId)
  const { personId } = await requireReviewer(principal, request ?? null)
  if (!request) throw notFound()
  const { examId, examQuestionId, attemptId, submissionId, field, seq, state } = request
  const [threads, codeOf, [card], [claim], [window]] = await Promise.all([
    threadsOf(query, [requestId]),
    pseudonymsOf(query, examId),
    loadCards(query, { examQuestionId, field, submissions: [submissionId], me: personId }),
    query<NonNullable<RequestDetail['claim']>>(
      `SELECT p.name, p.id = $2 AS own, iso(c.until) AS until FROM review_request_claim c
       JOIN person p ON p.id = c.person_id WHERE c.request_id = $1 AND c.until > clock_timestamp()`,
      [requestId, personId],
    ),
    query<{ until: string | null }>(
      `SELECT iso(requests_until) AS until FROM release_in_force($1) WHERE requests_until > clock_timestamp()`,
      [examId],
    ),
  ])
  if (!card) throw notFound()
  return {
    requestId,
    examId,
    code: codeOf(attemptId, examQuestionId),
    seq,
    state,
    until: window?.until ?? null,
    claim: claim ?? null,
    messages: threads.get(requestId) ?? [],
    card,
  }
}
