import { correctionNotices } from '../questions/versions/corrections/notices.ts'
import { classStatistics } from '../release/class-statistics.ts'
import { pointsChanged } from '../release/points-changed.ts'
import type { Shows } from '../release/shows.ts'
import { conceal, type ShownResult } from './conceal.ts'
import { loadResult } from './load-result.ts'

/** The result of an attempt as its student sees it by these options; null where nothing was handed in. */
export async function shownResult(attemptId: string, shows: Shows): Promise<ShownResult | null> {
  const result = await loadResult(attemptId, { staff: false, reviews: shows.reviewed })
  if (!result) return null
  const shown = conceal(result, shows)
  if (result.state === 'grading') return shown
  const [examId, submissionId] = [result.exam.id, result.receipt.submissionId]
  const [statistics, changes, corrections] = await Promise.all([
    shows.statistics ? classStatistics(examId, submissionId, shows) : null,
    shows.points ? pointsChanged(examId, submissionId, shows.reviewed) : [],
    correctionNotices(submissionId),
  ])
  const told = changes.map((change) => (shows.comments ? change : { ...change, reason: '' }))
  return { ...shown, statistics, changes: told, corrections }
}
