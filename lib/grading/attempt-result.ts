import { closeOverdue } from '../attempts/close-overdue.ts'
import { requireAttemptOwner } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'
import { loadResult } from './load-result.ts'
import type { Result } from './result.ts'

/** The student's own result, once the attempt is closed and the exam released: nothing of the answer key before. */
export async function attemptResult(principal: Principal | null, attemptId: string): Promise<Result> {
  const facts = await requireAttemptOwner(principal, attemptId)
  const release = await readRelease(facts.examId)
  if (!release.computed) throw new Refusal(403, 'not-released', 'The results have not been released yet.')
  const reader = { staff: false, reviews: release.all }
  const result = (await loadResult(attemptId, reader)) ?? (await loadClosed(attemptId, reader))
  if (!result) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  return result
}

/** An attempt whose time is over is closed by whoever looks at it first. */
async function loadClosed(attemptId: string, reader: Parameters<typeof loadResult>[1]): Promise<Result | null> {
  return (await closeOverdue(attemptId)) > 0 ? loadResult(attemptId, reader) : null
}
