import { NotExact, type Values } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import { sameBounded } from './judge-point.ts'
import type { Point } from './point.ts'
import type { Side } from './side.ts'

const enough = 16
const most = 80

/**
 * Two equations as left − right: whether one is the other times a number that is not zero. Equations may say the same
 * without that, so that anything else is unclear; one that is zero everywhere says nothing.
 */
export function compareGaps(
  reference: Side,
  answer: Side,
  along: Iterable<Point>,
): 'proportional' | 'always' | 'unclear' {
  const { by } = reference.machines.bounded
  const pairs: [Bounded, Bounded][] = []
  let tried = 0
  try {
    for (const point of along) {
      if (pairs.length >= enough || tried >= most) break
      tried += 1
      const [wanted, given] = [onlyNumber(reference.bounded(point)), onlyNumber(answer.bounded(point))]
      if (!wanted || !given || point.special) continue
      pairs.push([wanted, given])
    }
  } catch (error) {
    if (error instanceof NotExact) return 'unclear'
    throw error
  }
  const zero = (a: Bounded) => Math.abs(a.v) <= 8 * a.e
  if (pairs.length < enough) return 'unclear'
  if (pairs.every(([, given]) => zero(given))) return 'always'
  const [a, b] = pairs.find(([wanted]) => !zero(wanted)) ?? pairs[0] ?? []
  if (!a || !b || zero(a) || zero(b)) return 'unclear'
  const proportional = pairs.every(([wanted, given]) => {
    const [left, right] = [by.multiply(wanted, b), by.multiply(given, a)]
    return sameBounded(left, right, Math.abs(a.v * b.v) + Math.abs(left.v)) === 'same'
  })
  return proportional ? 'proportional' : 'unclear'
}

/** The value of an equation's gap where it is a single number. */
function onlyNumber({ data }: Values<Bounded>): Bounded | null {
  const [only] = data
  return data.length === 1 && only && !Number.isNaN(only.v) ? only : null
}
