import { z } from 'zod'
import { requireAttemptOwner } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { fieldPoints } from '../grading/field-points.ts'
import { parse } from '../http/parse.ts'
import { invalid, Refusal } from '../http/refusal.ts'
import { tellStaffOfRequests } from '../mail/tell-of-requests.ts'
import { type SubmissionField, submissionField } from '../review/submission-field.ts'
import { appendMessage } from './append-message.ts'
import { said } from './request-body.ts'
import type { RequestState } from './request-now.ts'
import { requireWindow } from './window.ts'

export const askBody = z.strictObject({ field: z.string().min(1).max(200), text: said })

/**
 * The student asks for another look at one part of their released result, computed parts too. There is one thread a part:
 * what was withdrawn may be asked again, what was answered is replied to.
 */
export async function askAgain(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof askBody>,
): Promise<{ requestId: string; seq: number }> {
  const { examId, personId } = await requireAttemptOwner(principal, attemptId)
  const { field, text } = parse(askBody, given)
  await requireWindow(query, examId)
  const [submission] = await query<{ id: string }>('SELECT id FROM submission WHERE attempt_id = $1', [attemptId])
  if (!submission) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  const part = await submissionField(submission.id, field)
  if (!part) throw invalid('This part is not on the paper.', 'field')
  await sendingQueue()
  return inTransaction(async (run) => {
    await run('SELECT FROM submission WHERE id = $1 FOR NO KEY UPDATE', [submission.id])
    const { all, atMost } = await requireWindow(run, examId)
    await requireDecided(run, part, field, all)
    const request = await takeThread(run, part, field, personId, atMost)
    const seq = await appendMessage(run, request.id, request.seq, { act: 'ask', state: 'open', personId, text })
    await tellStaffOfRequests(run, examId)
    return { requestId: request.id, seq }
  })
}

async function requireDecided(run: Query, part: SubmissionField, field: string, reviewed: boolean) {
  const [review] = await run<{ points: number | null }>(
    `SELECT points FROM newest_review r WHERE submission_id = $1 AND field = $2 AND ($3 OR EXISTS (
       SELECT FROM review c WHERE c.submission_id = $1 AND c.field = $2 AND c.cause = 'request'))`,
    [part.submissionId, field, reviewed],
  )
  if (fieldPoints(part.points, part.grading, review ?? null) === null)
    throw new Refusal(409, 'undecided', 'Nobody has decided on this part yet.')
}

/** The part's thread: a new one, or the one whose question was withdrawn. */
async function takeThread(run: Query, part: SubmissionField, field: string, personId: string, atMost: number | null) {
  const asked = await run<{ id: string; field: string; seq: number; state: RequestState }>(
    'SELECT id, field, seq, state FROM review_request_now WHERE submission_id = $1',
    [part.submissionId],
  )
  const here = asked.find((request) => request.field === field)
  if (here && here.state !== 'withdrawn')
    throw new Refusal(409, 'asked', 'You have asked about this part already.', { details: { requestId: here.id } })
  if (atMost !== null && asked.filter(({ state }) => state !== 'withdrawn').length >= atMost)
    throw new Refusal(
      409,
      'at-most',
      `You may ask about ${atMost === 1 ? 'one part' : `${atMost} parts`} of this exam.`,
    )
  if (here) return here
  const [made] = await run<{ id: string }>(
    `INSERT INTO review_request (submission_id, field, exam_id, exam_question_id, person_id)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [part.submissionId, field, part.examId, part.examQuestionId, personId],
  )
  if (!made) throw new Error('no request was stored')
  return { id: made.id, seq: 0 }
}
