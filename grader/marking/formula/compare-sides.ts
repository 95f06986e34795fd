import type { Plan } from '../../language/plan.ts'
import { sizeOf } from '../../language/types.ts'
import { type Arithmetic, NotExact, type Values } from './arithmetic.ts'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import type { DeclaredValue } from './formula-symbols.ts'
import { judgePoint, type PointVerdict, sameBounded, sameRational } from './judge-point.ts'
import { fromNumber, type Rational, rationalArithmetic, toNumber } from './rational.ts'
import { type Machine, machine, runPlan } from './run-plan.ts'
import { type Point, samplePoints } from './sample-points.ts'
import { seeded } from './seeded.ts'

/** How many points must speak, at how many agreeing ones to stop (a tensor says much at once), how many to try. */
const points = { enough: 16, scalars: 40, tensors: 16, most: 300 } as const
/** Operations on numbers at most for one comparison: a large formula gets fewer points, or no exact ones. */
const budget = { exact: 40_000, bounded: 400_000 } as const
/** An answer may cost this much a point, or this many times what the reference costs; else a human looks. */
const largest = { operations: 30_000, factor: 8 } as const

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
  const cost = costOf(input.plan.instructions)
  const referenceCost = costOf(input.plan.instructions.slice(0, (input.plan.steps[0]?.result ?? 0) + 1))
  if (cost > Math.max(largest.operations, largest.factor * referenceCost)) return { verdict: 'undecided' }
  try {
    if (cost * points.enough > budget.exact) throw new NotExact('too large')
    return comparePoints(input, cost, machine(rationalArithmetic()), fromNumber, toNumber, (by, a, b) =>
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
      cost,
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
  cost: number,
  computer: Machine<T>,
  from: (value: number) => T,
  to: (value: T) => number,
  judge: Judge<T>,
): SidesVerdict {
  const { plan, sizes, constants, seed } = input
  const used = new Set(plan.instructions.flatMap((each) => (each.kind === 'parameter' ? [each.name] : [])))
  const values = input.values.filter(({ name }) => used.has(name))
  const wanted = values.some(({ shape }) => shape.length > 0) ? points.tensors : points.scalars
  const affordable = Math.max(points.enough + 4, Math.floor(budget.bounded / cost))
  const seen: Record<PointVerdict, number> = { same: 0, different: 0, lost: 0, hole: 0, useless: 0 }
  let tried = 0
  for (const point of samplePoints(values, sizes, constants, seeded(seed))) {
    if (tried >= Math.min(points.most, affordable) || seen.same >= wanted) break
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

/** About how many operations on numbers one run of a plan takes. */
function costOf(instructions: Plan['instructions']): number {
  return instructions.reduce((sum, instruction) => {
    if (instruction.kind !== 'apply') return sum
    const sizes = instruction.args.map((arg) => sizeOf(instructions[arg]?.type.shape ?? []))
    const inner =
      instruction.operation === 'matmul' ? (instructions[instruction.args[0] ?? 0]?.type.shape.at(-1) ?? 1) : 1
    return sum + Math.max(sizeOf(instruction.type.shape) * inner, ...sizes)
  }, 1)
}
