import { percent } from './number-fields.ts'

/** The shares, in hundredths, that Moodle accepts. */
const shares = [
  90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
]

/** The nearest of them, in hundredths. */
export function knownShare(earns: number, notes: string[]): number {
  const wanted = 100 * earns
  if (wanted >= 99.9) return 100
  if (wanted <= 0) return 0
  const nearest = shares.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best))
  if (Math.abs(nearest - wanted) > 0.01)
    notes.push(`A share of ${percent(earns)} became ${nearest} %, the nearest that is known there.`)
  return nearest
}
