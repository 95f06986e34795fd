import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { logAction } from '../invigilation/staff-action.ts'
import { courseOfExam } from './exam-course.ts'
import { readPlan } from './plan/read-plan.ts'

/** Makes a published exam a draft again, if nobody has begun; it is held until the transaction ends. */
export async function takeBack(query: Query, examId: string): Promise<void> {
  const { state, attempts, trialOf } = await readPlan(examId, query, true)
  if (attempts > 0) throw new Refusal(409, 'begun', 'Somebody has begun this exam: it stays published.')
  if (state !== 'published' || trialOf) throw new Refusal(409, 'not-published', 'This exam is not published.')
  await query(`UPDATE exam SET state = 'draft', published_at = NULL WHERE id = $1`, [examId])
}

/**
 * Takes a published exam back to a draft, as long as nobody has begun. The exam is held so that whoever begins at this moment
 * either has begun, and it stays, or finds a draft.
 */
export async function unpublishExam(principal: Principal | null, examId: string): Promise<{ state: 'draft' }> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await inTransaction(async (query) => {
    await takeBack(query, examId)
    await logAction(query, { examId, personId, action: 'unpublish' })
  })
  return { state: 'draft' }
}
