import { NotExact } from './arithmetic.ts'
import { judgePoint, type PointVerdict, sameBounded, sameRational } from './judge-point.ts'
import type { Point } from './point.ts'
import type { Side } from './side.ts'

/**
 * How many points must agree, and at how many drawn ones to stop (a tensor says much at once). Where after so many
 * hardly any has spoken, the rest will not.
 */
const points = { enough: 16, scalars: 24, tensors: 14, patience: 64 } as const
/** Operations on numbers at most for one comparison: a large formula gets fewer points, or no exact ones. */
const budget = { exact: 40_000, bounded: 400_000 } as const
/** An answer may cost this much a point, or this many times what the reference costs; else a human looks. */
const largest = { operations: 30_000, factor: 8 } as const

export interface SidesVerdict {
  verdict: 'same' | 'different' | 'undecided'
  /** a point at which the sides differ */
  witness?: Point
}

/** Two formulas and the points at which they are computed. */
export interface SidesInput {
  reference: Side
  answer: Side
  along: () => Iterable<Point>
  /** a tensor is among the drawn values */
  tensors: boolean
}

/** Compares two formulas: exactly where that can be, else in float64 with error bounds. */
export function compareSides(input: SidesInput): SidesVerdict {
  const { reference, answer } = input
  const cost = reference.cost + answer.cost
  if (cost > Math.max(largest.operations, largest.factor * reference.cost)) return { verdict: 'undecided' }
  try {
    if (cost * points.enough > budget.exact) throw new NotExact('too large')
    return comparePoints(input, cost, (point) => judgeExactly(reference, answer, point))
  } catch (error) {
    if (!(error instanceof NotExact)) throw error
  }
  try {
    return comparePoints(input, cost, (point) => judgeNearly(reference, answer, point))
  } catch (error) {
    if (error instanceof NotExact) return { verdict: 'undecided' }
    throw error
  }
}

/** What one point says in exact numbers. Throws NotExact. */
function judgeExactly(reference: Side, answer: Side, point: Point): PointVerdict {
  const [left, right] = [reference.exact(point), answer.exact(point)]
  return judgePoint(reference.machines.exact.by, sameRational, () => 0, left, right)
}

/** What one point says in float64. Throws NotExact. */
export function judgeNearly(reference: Side, answer: Side, point: Point): PointVerdict {
  const [left, right] = [reference.bounded(point), answer.bounded(point)]
  return judgePoint(reference.machines.bounded.by, sameBounded, ({ v }) => Math.abs(v), left, right)
}

function comparePoints(
  { along, tensors }: SidesInput,
  cost: number,
  judge: (point: Point) => PointVerdict,
): SidesVerdict {
  const wanted = tensors ? points.tensors : points.scalars
  const affordable = Math.max(points.enough + 4, Math.floor(budget.bounded / cost))
  const seen: Record<PointVerdict, number> = { same: 0, different: 0, lost: 0, hole: 0, useless: 0 }
  let tried = 0
  let drawn = 0
  for (const point of along()) {
    if (tried >= affordable || (drawn >= wanted && seen.same >= points.enough)) break
    if (tried >= points.patience && seen.same * 8 < tried) break
    tried += 1
    const verdict = judge(point)
    // At a special point a hole may be an accident of the numbers; at a drawn one it is a property of the answer.
    if (verdict === 'different' || (verdict === 'lost' && !point.special)) {
      return { verdict: 'different', witness: point }
    }
    if (!point.special || verdict === 'same') seen[verdict] += 1
    if (!point.special && verdict === 'same') drawn += 1
  }
  if (seen.hole > seen.same) return { verdict: 'different' }
  return { verdict: seen.same >= points.enough ? 'same' : 'undecided' }
}
