import type { Principal } from '../../../auth/principal.ts'
import { localTime } from '../../../time/local-time.ts'
import { examPlan } from '../exam-plan.ts'
import type { PlanBody } from '../plan.ts'
import { savePlan } from '../save-plan.ts'

const entered = (local: string) => (local === '' ? null : { local, choice: null })

/** What the builder sends where nothing was changed but this. */
export async function planBodyOf(who: Principal, examId: string, changes: Partial<PlanBody> = {}) {
  const { revision, entered: window, plan } = await examPlan(who, examId)
  const { opensAt: _o, closesAt: _c, releaseAt: _r, requestsUntil: _u, ...rest } = plan
  const times = {
    opens: entered(window.opens),
    closes: entered(window.closes),
    resultsAt: entered(window.resultsAt),
    askUntil: entered(window.askUntil),
  }
  const body = { ...rest, zone: window.zone, ...times, ...changes }
  return { revision, plan: body }
}

/** Saves a change of an exam's plan. */
export async function change(
  who: Principal,
  examId: string,
  changes: Partial<PlanBody>,
): Promise<{ revision: number }> {
  return savePlan(who, examId, await planBodyOf(who, examId, changes))
}

/** A list of questions with their own points, nothing said of it. */
export const section = (slugs: readonly string[], more: Partial<PlanBody['sections'][number]> = {}) => ({
  title: '',
  instructions: '',
  pick: null,
  shuffle: false,
  questions: slugs.map((slug) => ({ slug, points: null })),
  ...more,
})

/** A local time so many days from now. */
export const inDays = (days: number, zone = 'UTC') => ({
  local: localTime(Date.now() + days * 86_400_000, zone),
  choice: null,
})
