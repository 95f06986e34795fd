import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'
import { requireInvigilatorOf } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const reopenBody = z.strictObject({
  /** at least this much time is left then */
  minutes: z.number().int().min(1).max(600),
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(1_000),
})

/** Who has seen what is right cannot go on; and a regrade under way compares what was handed in. */
async function refuseTooLate(query: Query, examId: string) {
  if ((await readRelease(examId, query)).computed)
    throw new Refusal(
      409,
      'released',
      'Students can see their results. Take the results back on the exam’s page, under “Release of results”; then open the attempt again.',
    )
  const [regrade] = await query(
    `SELECT id FROM regrade WHERE exam_id = $1 AND state IN ('running', 'ready', 'approving')`,
    [examId],
  )
  if (regrade) throw new Refusal(409, 'regrade', 'A regrade of this exam is not decided yet.')
}

/** Of a person's attempts one is open, and who has begun the next one has left this one behind. */
async function refuseFollowed(query: Query, attemptId: string) {
  const [next] = await query(
    `SELECT n.id FROM attempt a JOIN attempt n ON n.exam_id = a.exam_id AND n.person_id = a.person_id AND n.number > a.number
     WHERE a.id = $1`,
    [attemptId],
  )
  if (next) throw new Refusal(409, 'followed', 'The student has begun another attempt since.')
}

/**
 * Opens a closed attempt again for at least so many minutes. What was handed in stays as a former submission with its
 * gradings; the draft goes on where it was, with what came late. The next close makes a new submission.
 */
export async function reopenAttempt(
  principal: Principal | null,
  attemptId: string,
  given: z.input<typeof reopenBody>,
): Promise<{ deadline: string | null }> {
  const { staffId, examId, personId } = await requireInvigilatorOf(principal, attemptId)
  const { minutes, reason } = parse(reopenBody, given)
  return inTransaction(async (query) => {
    await query('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId])
    await refuseTooLate(query, examId)
    await refuseFollowed(query, attemptId)
    const [opened] = await query<{ former: string | null }>('SELECT reopen_attempt($1) AS former', [attemptId])
    if (!opened?.former) throw new Refusal(409, 'open', 'This attempt is open.')
    await query(
      `INSERT INTO extension (exam_id, person_id, seconds)
       SELECT $2, $3, seconds FROM (SELECT ceil(extract(epoch FROM
         clock_timestamp() + make_interval(mins => $4) - attempt_deadline($1)))::int AS seconds) s WHERE seconds > 0`,
      [attemptId, examId, personId, minutes],
    )
    const details = { minutes, formerSubmissionId: opened.former }
    await logAction(query, { examId, attemptId, personId: staffId, action: 'reopen', details, reason })
    const [now] = await query<{ deadline: string | null }>('SELECT iso(attempt_deadline($1)) AS deadline', [attemptId])
    return { deadline: now?.deadline ?? null }
  })
}
