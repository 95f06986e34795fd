import { closeOverdue } from '../attempts/close-overdue.ts'
import { requireAttemptOwner } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'
import type { Shows } from '../release/shows.ts'
import type { ShownResult } from './conceal.ts'
import { shownResult } from './shown-result.ts'

/** The student's own result, once the attempt is closed and the exam released: nothing of the answer key before. */
export async function attemptResult(principal: Principal | null, attemptId: string): Promise<ShownResult> {
  const facts = await requireAttemptOwner(principal, attemptId)
  const release = await readRelease(facts.examId)
  if (!release.shows) throw new Refusal(403, 'not-released', 'The results have not been released yet.')
  const result = (await shownResult(attemptId, release.shows)) ?? (await closedResult(attemptId, release.shows))
  if (!result) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  return result
}

/** An attempt whose time is over is closed by whoever looks at it first. */
async function closedResult(attemptId: string, shows: Shows): Promise<ShownResult | null> {
  return (await closeOverdue(attemptId)) > 0 ? shownResult(attemptId, shows) : null
}
