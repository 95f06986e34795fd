import { sizeOf } from '../../language/types.ts'
import type { DeclaredValue } from './formula-symbols.ts'
import { Point } from './point.ts'
import { sizedShape } from './sample-points.ts'

const tries = 24

/** Points that a person can follow: small whole numbers where the symbols may be such, else few decimals. */
export function* smallPoints(
  symbols: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  random: () => number,
): Generator<Point> {
  for (let i = 0; i < tries; i++) {
    let left: number[] = []
    const values = symbols.map(({ name, shape: declared, domain }) => {
      const shape = sizedShape(declared, sizes)
      const candidates = smallValues(domain)
      // different symbols get different numbers as long as there are some
      const pick = () => {
        const fresh = candidates.filter((value) => !left.includes(value))
        const from = shape.length === 0 && fresh.length > 0 ? fresh : candidates
        const value = from[Math.floor(random() * from.length)] ?? domain.low
        if (shape.length === 0) left = [...left, value]
        return value
      }
      return [name, { shape, data: Array.from({ length: sizeOf(shape) }, pick) }] as const
    })
    yield new Point(new Map(values), false)
  }
}

/** A handful of readable values of a domain, those nearest to zero. */
function smallValues({ low, high, integer }: DeclaredValue['domain']): number[] {
  const whole = numbersOf(low, high, 1).filter((value) => value !== 0)
  if (integer) return whole.length > 0 ? whole : [low]
  if (whole.length > 1) return whole
  const step = 10 ** Math.floor(Math.log10((high - low) / 3))
  const fine = numbersOf(low, high, step)
  return fine.length > 0 ? fine : [low]
}

/** At most eight multiples of `step` in the range, the smallest first. */
function numbersOf(low: number, high: number, step: number): number[] {
  const nearest = Math.max(low, Math.min(high, 0))
  const middle = Math.round(nearest / step)
  return Array.from({ length: 17 }, (_, i) => middle + (i % 2 === 0 ? i / 2 : -(i + 1) / 2))
    .map((k) => Number((k * step).toPrecision(12)))
    .filter((value) => value >= low && value <= high)
    .slice(0, 8)
}
