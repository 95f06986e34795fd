import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { type Query, query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { courseOfExam } from '../exam-course.ts'

/** Throws a person's trials of an exam away: nobody finds them any more. How many there were. */
export async function discardTrials(run: Query, examId: string, personId: string): Promise<number> {
  const gone = await run(
    `UPDATE exam SET discarded_at = clock_timestamp()
     WHERE trial_of = $1 AND trial_person = $2 AND discarded_at IS NULL RETURNING id`,
    [examId, personId],
  )
  return gone.length
}

/** Throws one's own trial away. What was handed in stays stored, as everything does, and counts nowhere. */
export async function discardTrial(principal: Principal | null, examId: string): Promise<void> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  if ((await discardTrials(query, examId, personId)) === 0) throw notFound()
}
