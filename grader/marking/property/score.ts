import type { Outcome } from './outcome.ts'

export type Judged = Pick<Outcome, 'distances' | 'holds'>

/**
 * The share of the points for properties some of which hold. `trivial` are answers that need no thought, as judged:
 * zeros, or the one number that fills the grid. What such an answer has as well pays only as far as all the rest holds,
 * so that it earns nothing by itself; of several, the one that leaves the least counts. A property that blank cells
 * leave open holds for the share of its entries that do, if it fails at none.
 */
export function propertyScore(answer: Judged, trivial: readonly Judged[], shares: readonly number[]): number {
  const held = shares.map((_, k) => heldShare(answer, k))
  const paid = trivial.map((other) => {
    const free = shares.map((_, k) => other.holds[k] === true)
    const rest = held.filter((_, k) => !free[k])
    // one number everywhere may be right: then it is no trivial answer
    const earned = rest.length === 0 ? 1 : Math.min(...rest)
    return sum(shares.map((share, k) => share * (held[k] ?? 0) * (free[k] ? earned : 1)))
  })
  return Math.min(sum(shares.map((share, k) => share * (held[k] ?? 0))), ...paid)
}

function heldShare({ holds, distances }: Judged, k: number): number {
  if (holds[k] !== null) return holds[k] ? 1 : 0
  const all = distances[k] ?? []
  return all.length === 0 ? 0 : all.filter((distance) => distance <= 1).length / all.length
}

function sum(parts: readonly number[]): number {
  return Math.min(
    1,
    parts.reduce((total, part) => total + part, 0),
  )
}

/**
 * The number that fills three quarters of what is written or more (twice at least), else null. A right mask may be half ones: then
 * one wrong cell must not cost what the others show.
 */
export function fillingNumber(cells: readonly number[]): number | null {
  const counts = new Map<number, number>()
  const written = cells.filter((cell) => !Number.isNaN(cell))
  for (const cell of written) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  for (const [value, count] of counts) if (count > 1 && 4 * count >= 3 * written.length) return value
  return null
}
