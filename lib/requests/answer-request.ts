import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { fieldPoints } from '../grading/field-points.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound, Refusal } from '../http/refusal.ts'
import { tellOfAnswer } from '../mail/tell-of-requests.ts'
import { requireReviewer } from '../review/require-reviewer.ts'
import { partRubric } from '../review/rubric/part-rubric.ts'
import { tickedIds } from '../review/rubric/rubric.ts'
import { appendScore } from '../review/score-review.ts'
import { type SubmissionField, submissionField } from '../review/submission-field.ts'
import { appendMessage, requireNewest } from './append-message.ts'
import { said, seen } from './request-body.ts'
import { findRequest, holdRequest, type RequestNow } from './request-now.ts'

export const answerBody = z.strictObject({
  seq: seen,
  text: said,
  /** the newest review that was seen, 0 where there was none */
  version: z.number().int().min(0),
  /** what the part has from now on; null: as it is */
  points: z.number().min(0).max(10_000).nullable().default(null),
})
type Body = z.output<typeof answerBody>

interface Newest {
  version: number
  points: number | null
  rubric: (string | number)[]
  comment: string
}

/**
 * Staff answer, and change the points if they decide so, in one transaction. Who answers first wins: the second is told of
 * the first and nothing of theirs is stored (409 'conflict'), nor where somebody has scored the part meanwhile.
 */
export async function answerRequest(
  principal: Principal | null,
  requestId: string,
  given: z.input<typeof answerBody>,
): Promise<{ seq: number; points: number | null }> {
  const request = await findRequest(query, requestId)
  const { personId } = await requireReviewer(principal, request ?? null)
  if (!request) throw notFound()
  const body = parse(answerBody, given)
  const part = await submissionField(request.submissionId, request.field)
  if (!part) throw notFound()
  if ((body.points ?? 0) > part.points) throw invalid(`This part has at most ${part.points} points.`, 'points')
  await sendingQueue()
  return inTransaction(async (run) => {
    const now = await holdRequest(run, requestId)
    requireNewest(now, body.seq)
    if (now.state !== 'open' && now.state !== 'answered')
      throw new Refusal(409, 'closed', 'This request is closed. Open it again to answer.')
    const changed = await decide(run, request, part, personId, body)
    const message = { act: 'answer', state: 'answered', personId, text: body.text, ...changed } as const
    const seq = await appendMessage(run, requestId, now.seq, message)
    await run('DELETE FROM review_request_claim WHERE request_id = $1', [requestId])
    await tellOfAnswer(run, requestId, seq)
    return { seq, points: changed.after }
  })
}

/** The change of points, if there is one: a review like any other that says what caused it. */
async function decide(run: Query, request: RequestNow, part: SubmissionField, reviewerId: string, body: Body) {
  const [newest] = await run<Newest>(
    'SELECT version, points, rubric, comment FROM newest_review WHERE submission_id = $1 AND field = $2',
    [request.submissionId, request.field],
  )
  if ((newest?.version ?? 0) !== body.version)
    throw new Refusal(409, 'conflict', 'Somebody has scored this part meanwhile. Please look again.')
  const before = fieldPoints(part.points, part.grading, newest ?? null)
  if (body.points === null || body.points === before) return { before, after: before, reviewVersion: null }
  const { rubric } = await partRubric(run, request.examQuestionId, request.field)
  const ticked = tickedIds(newest?.rubric ?? []).filter((id) => rubric.items.some((item) => item.id === id))
  const scored = await appendScore(
    run,
    part,
    reviewerId,
    {
      submissionId: request.submissionId,
      field: request.field,
      version: body.version,
      points: body.points,
      adjustment: 0,
      rubric: ticked,
      comment: newest?.comment ?? '',
      reason: body.text.slice(0, 2_000),
    },
    { cause: 'request', causeId: request.requestId },
  )
  return { before, after: scored.points, reviewVersion: scored.version }
}
