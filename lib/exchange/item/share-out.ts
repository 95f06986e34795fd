/** Points of a question shared out by weight: in hundredths, of which none is lost, and nothing is worth less than one. */
export function shareOut(points: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [points]
  const total = Math.max(weights.length, Math.round(points * 100))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (all > 0 ? (total * weight) / all : total / weights.length))
  const whole = exact.map((share) => Math.max(1, Math.floor(share + 1e-9)))
  const left = total - whole.reduce((sum, share) => sum + share, 0)
  // what remains goes to those who lost most
  const lost = exact.map((share, k) => ({ k, lost: share - (whole[k] ?? 0) })).toSorted((a, b) => b.lost - a.lost)
  const more = new Set(lost.slice(0, Math.max(0, left)).map(({ k }) => k))
  return whole.map((share, k) => (share + (more.has(k) ? 1 : 0)) / 100)
}

/** The same where all are worth as much. */
export const shareAlike = (points: number, among: number): number[] =>
  shareOut(
    points,
    Array.from({ length: among }, () => 1),
  )
