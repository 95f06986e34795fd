import type { Change, StandingReview } from './effect.ts'

export interface DescribedEffect {
  /** reviews of this part, changed or not */
  reviewed: number
  changed: number
  gain: number
  lose: number
  /** changed, yet as many points as before: an item that was worth nothing there is taken off */
  same: number
  mean: { before: number; after: number } | null
  /** how many reviews go from what to what, the most frequent first */
  steps: { from: number; to: number; count: number }[]
  /** reviews in each equal part of the range of points */
  histogram: { width: number; before: number[]; after: number[] }
  /** the largest changes first */
  largest: { submissionId: string; from: number; to: number; taken: number }[]
}

const bins = 10
const mostSteps = 12
const mostListed = 50

const rounded = (points: number) => Number(points.toFixed(2))

/** An effect in the figures that a person decides by. */
export function describeEffect(reviews: readonly StandingReview[], changes: readonly Change[]): DescribedEffect {
  const after = new Map(changes.map(({ submissionId, to }) => [submissionId, to]))
  const pairs = reviews.map(({ submissionId, points }) => [points, after.get(submissionId) ?? points] as const)
  const mean = (k: 0 | 1) => rounded(pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length)
  const largest = [...changes].sort(
    (one, other) =>
      Math.abs(other.to - other.from) - Math.abs(one.to - one.from) || (one.submissionId < other.submissionId ? -1 : 1),
  )
  return {
    reviewed: reviews.length,
    changed: changes.length,
    gain: changes.filter(({ from, to }) => to > from).length,
    lose: changes.filter(({ from, to }) => to < from).length,
    same: changes.filter(({ from, to }) => to === from).length,
    mean: pairs.length > 0 ? { before: mean(0), after: mean(1) } : null,
    steps: stepsOf(changes),
    histogram: histogramOf(
      pairs,
      reviews.reduce((most, { possible }) => Math.max(most, possible), 0),
    ),
    largest: largest
      .slice(0, mostListed)
      .map(({ submissionId, from, to, taken }) => ({ submissionId, from, to, taken })),
  }
}

function stepsOf(changes: readonly Change[]): DescribedEffect['steps'] {
  const steps = new Map<string, DescribedEffect['steps'][number]>()
  for (const { from, to } of changes) {
    const key = `${from} ${to}`
    const step = steps.get(key)
    if (step) step.count += 1
    else steps.set(key, { from, to, count: 1 })
  }
  return [...steps.values()]
    .sort((one, other) => other.count - one.count || one.from - other.from || one.to - other.to)
    .slice(0, mostSteps)
}

function histogramOf(pairs: readonly (readonly [number, number])[], possible: number): DescribedEffect['histogram'] {
  const width = possible / bins
  const of = (k: 0 | 1) => {
    const counts = new Array<number>(bins).fill(0)
    for (const pair of pairs) {
      const bin = width > 0 ? Math.min(bins - 1, Math.floor(pair[k] / width + 1e-9)) : 0
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    return counts
  }
  return { width, before: of(0), after: of(1) }
}
