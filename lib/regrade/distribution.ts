import type { Distribution } from './report.ts'

const bins = 10

/** How many students have how many points, before and after, in tenths of the most. */
export function distributionOf(possible: number, students: readonly { before: number; after: number }[]): Distribution {
  const width = possible > 0 ? possible / bins : 1
  const distribution = { width, before: new Array<number>(bins).fill(0), after: new Array<number>(bins).fill(0) }
  const binOf = (points: number) => Math.min(bins - 1, Math.max(0, Math.floor(points / width + 1e-9)))
  for (const { before, after } of students) {
    distribution.before[binOf(before)]! += 1
    distribution.after[binOf(after)]! += 1
  }
  return distribution
}
