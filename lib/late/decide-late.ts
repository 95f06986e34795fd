import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { logAction } from '../invigilation/staff-action.ts'

export const lateDecisionBody = z.strictObject({
  eventId: z.string().regex(/^\d{1,18}$/),
  accept: z.boolean(),
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(500),
})

/** The exam and the course of an attempt, where the asker is staff of it. */
export async function requireStaffOf(principal: Principal | null, attemptId: string) {
  const [attempt] = await query<{ examId: string; courseId: string; state: 'open' | 'closed' }>(
    `SELECT e.id AS "examId", e.course_id AS "courseId", a.state
     FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  const { personId, role } = await requireRole(principal, attempt?.courseId, ['ta', 'instructor'])
  if (!attempt) throw notFound()
  return { personId, role, examId: attempt.examId, state: attempt.state }
}

/**
 * Lets one saved value count over what was handed in, or leaves it. Kept for good with who decided; where it changes what
 * counts, the submission is graded anew. Nothing of the submission itself changes.
 */
export async function decideLate(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof lateDecisionBody>,
): Promise<{ accepted: boolean }> {
  const { personId, examId } = await requireStaffOf(principal, attemptId)
  const { eventId, accept, reason } = parse(lateDecisionBody, given)
  await sendingQueue()
  await inTransaction(async (run) => {
    await run('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    const [event] = await run<{ submissionId: string | null; field: string; counted: boolean }>(
      `SELECT s.id AS "submissionId", e.field,
         EXISTS (SELECT FROM answer_that_counts c WHERE c.submission_id = s.id AND c.save_event_id = e.id) AS counted
       FROM save_event e LEFT JOIN submission s ON s.attempt_id = e.attempt_id
       WHERE e.attempt_id = $1 AND e.id = $2 AND e.field NOT LIKE '%#%'`,
      [attemptId, eventId],
    )
    if (!event) throw notFound()
    if (!event.submissionId) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
    if (accept && event.counted) return
    await run(
      'INSERT INTO late_decision (submission_id, field, save_event_id, accepted, person_id, reason) VALUES ($1, $2, $3, $4, $5, $6)',
      [event.submissionId, event.field, eventId, accept, personId, reason],
    )
    const action = accept ? 'accept-late' : 'leave-late'
    await logAction(run, { examId, attemptId, personId, action, details: { eventId, field: event.field }, reason })
    if (accept || event.counted) await enqueue(run, 'grade', [{ submissionId: event.submissionId }])
  })
  return { accepted: accept }
}
