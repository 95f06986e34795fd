import type { Plan } from '../../language/plan.ts'
import { type Arithmetic, NotExact, type Values } from './arithmetic.ts'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import type { DeclaredValue } from './formula-symbols.ts'
import { judgePoint, type PointVerdict, sameBounded, sameRational } from './judge-point.ts'
import { fromNumber, type Rational, rationalArithmetic, toNumber } from './rational.ts'
import { type Machine, machine, runPlan } from './run-plan.ts'
import { type Point, samplePoints } from './sample-points.ts'
import { seeded } from './seeded.ts'

/** How many points must speak, how many are looked at where all do, and how many are tried at most. */
const points = { enough: 16, wanted: 40, most: 120 } as const
/** Entries computed at most for one comparison: a large formula gets fewer points. */
const budget = 400_000

export interface SidesVerdict {
  verdict: 'same' | 'different' | 'undecided'
  /** a point at which the sides differ */
  witness?: { point: Point; reference: number[]; answer: number[] }
}

export interface SidesInput {
  plan: Plan
  values: readonly DeclaredValue[]
  sizes: ReadonlyMap<string, number>
  constants: readonly number[]
  unspecified: ReadonlyMap<string, (x: number) => number>
  seed: string
}

/** Compares the two sides of a compiled claim: exactly where that can be, else in float64 with error bounds. */
export function compareSides(input: SidesInput): SidesVerdict {
  try {
    return comparePoints(input, machine(rationalArithmetic()), fromNumber, toNumber, (by, a, b) =>
      judgePoint(by, sameRational, () => 0, a, b),
    )
  } catch (error) {
    if (!(error instanceof NotExact)) throw error
  }
  try {
    const bounded = machine(boundedArithmetic(input.unspecified))
    const exact = (value: number): Bounded => ({ v: value, e: 0 })
    return comparePoints(
      input,
      bounded,
      exact,
      ({ v }) => v,
      (by, a, b) => judgePoint(by, sameBounded, ({ v }) => Math.abs(v), a, b),
    )
  } catch (error) {
    if (error instanceof NotExact) return { verdict: 'undecided' }
    throw error
  }
}

type Judge<T> = (by: Arithmetic<T>, reference: Values<T>, answer: Values<T>) => PointVerdict

function comparePoints<T extends Rational | Bounded>(
  input: SidesInput,
  computer: Machine<T>,
  from: (value: number) => T,
  to: (value: T) => number,
  judge: Judge<T>,
): SidesVerdict {
  const { plan, values, sizes, constants, seed } = input
  const cost = plan.instructions.reduce((sum, { type }) => sum + type.shape.reduce((size, n) => size * n, 1), 1)
  const affordable = Math.max(points.enough + 4, Math.floor(budget / cost))
  const seen: Record<PointVerdict, number> = { same: 0, different: 0, lost: 0, hole: 0, useless: 0 }
  let tried = 0
  for (const point of samplePoints(values, sizes, constants, seeded(seed))) {
    if (tried >= Math.min(points.most, affordable) || seen.same >= points.wanted) break
    tried += 1
    const given = new Map(
      [...point.values].map(([name, { shape, data }]) => [name, { shape, data: data.map(from) }] as const),
    )
    const results = runPlan(plan, computer, given)
    const [left, right] = [results.get('left side') as Values<T>, results.get('right side') as Values<T>]
    const verdict = judge(computer.by, left, right)
    // At a special point a hole may be an accident of the numbers; at a drawn one it is a property of the answer.
    if (verdict === 'different' || (verdict === 'lost' && !point.special)) {
      return { verdict: 'different', witness: { point, reference: left.data.map(to), answer: right.data.map(to) } }
    }
    if (!point.special || verdict === 'same') seen[verdict] += 1
  }
  if (seen.hole > seen.same) return { verdict: 'different' }
  return { verdict: seen.same >= points.enough ? 'same' : 'undecided' }
}
