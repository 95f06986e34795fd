import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { Refusal } from '../http/refusal.ts'
import { storePlannedRelease } from '../release/planned-release.ts'
import { checkPlan, isReady } from './checklist/check-plan.ts'
import { planFacts } from './checklist/plan-facts.ts'
import { courseOfExam } from './exam-course.ts'
import { readPlan } from './plan/read-plan.ts'

/** Puts the exam into the grading process's hands; false where it is published or under way already. */
export async function enqueuePublishing(query: Query, examId: string): Promise<boolean> {
  const rows = await query(
    `UPDATE exam SET state = 'publishing' WHERE id = $1 AND state IN ('draft', 'failed') RETURNING id`,
    [examId],
  )
  if (rows.length > 0) await enqueue(query, 'publish', [{ examId }])
  return rows.length > 0
}

/** Nothing on the checklist forbids it. */
export async function requireReady(query: Query, examId: string): Promise<void> {
  const checks = checkPlan(await planFacts(examId, query))
  if (isReady(checks)) return
  const bad = checks.filter(({ standing }) => standing === 'bad').map(({ name }) => name)
  const message = 'The checklist of this exam is not green yet.'
  throw new Refusal(409, 'unready', message, { details: { checks: bad } })
}

/**
 * Starts publishing: the grading process reads the question files, draws and audits a pool for each and stores it. The
 * exam opens to students only when every question has passed.
 */
export async function publishExam(principal: Principal | null, examId: string): Promise<{ state: 'publishing' }> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  await sendingQueue()
  await inTransaction(async (query) => {
    const { state, trialOf, plan } = await readPlan(examId, query, true)
    if (trialOf) throw new Refusal(409, 'trial', 'A trial is for its tester alone.')
    if (state === 'draft' || state === 'failed') await requireReady(query, examId)
    if (!(await enqueuePublishing(query, examId)))
      throw new Refusal(409, 'published', 'This exam is published already, or is being published.')
    await storePlannedRelease(query, examId, personId, plan)
  })
  return { state: 'publishing' }
}
