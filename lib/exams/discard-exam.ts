import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { logAction } from '../invigilation/staff-action.ts'
import { courseOfExam } from './exam-course.ts'
import { readPlan } from './plan/read-plan.ts'

/** Throws a draft away that nobody has ever sat: it leaves every list, and nobody finds it any more. */
export async function discardExam(principal: Principal | null, examId: string): Promise<void> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await inTransaction(async (query) => {
    const { state, attempts, trialOf } = await readPlan(examId, query, true)
    if ((state !== 'draft' && state !== 'failed') || attempts > 0 || trialOf)
      throw new Refusal(409, 'not-draft', 'Only a draft that nobody has sat can be thrown away.')
    await query('UPDATE exam SET discarded_at = clock_timestamp() WHERE id = $1', [examId])
    await query('UPDATE exam SET discarded_at = clock_timestamp() WHERE trial_of = $1 AND discarded_at IS NULL', [
      examId,
    ])
    await logAction(query, { examId, personId, action: 'discard' })
  })
}
