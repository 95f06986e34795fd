import { roundPoints } from '../attempts/scale.ts'
import type { Standing } from './points-now.ts'
import type { StudentChange } from './report.ts'

interface Regraded {
  attemptId: string
  number: number
  before: number
  after: number
}

/** Of somebody's attempts the one that counts, as `attempt_that_counts` has it: the newest, or the best and of equals the newer. */
function counting(attempts: readonly Regraded[], best: boolean, points: (attempt: Regraded) => number): Regraded {
  return attempts.reduce((chosen, attempt) => {
    const better = best ? points(attempt) - points(chosen) : 0
    return better > 0 || (better === 0 && attempt.number > chosen.number) ? attempt : chosen
  })
}

/**
 * What everybody has before and after, a student once: of several attempts the one that counts, which may be another one
 * afterwards. Biggest losses first.
 */
export function studentChanges(
  standings: readonly Standing[],
  differences: ReadonlyMap<string, number>,
  best: boolean,
): StudentChange[] {
  const regraded = standings.map(({ submissionId, personId, attemptId, number, points }) => {
    const after = roundPoints(points + (differences.get(submissionId) ?? 0))
    return { personId, attemptId, number, before: roundPoints(points), after }
  })
  const students = [...Map.groupBy(regraded, ({ personId }) => personId).values()].map((attempts): StudentChange => {
    const was = counting(attempts, best, ({ before }) => before)
    const is = counting(attempts, best, ({ after }) => after)
    return { attemptId: is.attemptId, before: was.before, after: is.after }
  })
  return students.sort((a, b) => a.after - a.before - (b.after - b.before) || (a.attemptId < b.attemptId ? -1 : 1))
}
