import type { Expression } from '../../language/ast.ts'
import type { Instruction, Plan } from '../../language/plan.ts'
import { sizeOf } from '../../language/types.ts'
import { NotExact, type Values } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import type { Machines } from './machines.ts'
import type { Given, Point } from './point.ts'
import type { Rational } from './rational.ts'
import { runPlan } from './run-plan.ts'

/** What exact numbers may cost at one point, and at all points of one answer. */
const exactWork = { point: 8_000, answer: 60_000 } as const

/** So many points are computed once more by a backend. */
const mostNoted = 12

/** One compiled formula. What it gives at a point is computed once. */
export class Side {
  readonly expression: Expression
  readonly plan: Plan
  readonly shape: readonly number[]
  /** about how many operations on numbers one run takes */
  readonly cost: number
  /** the first points at which it was computed */
  readonly ran: Given<number>[] = []
  readonly machines: Machines
  private readonly exactly = new WeakMap<Point, Values<Rational> | NotExact>()
  private readonly nearly = new WeakMap<Point, Values<Bounded> | NotExact>()
  private work: number

  /** `kept`: a reference, which serves all answers and so has no budget over all its points. */
  constructor(expression: Expression, plan: Plan, machines: Machines, kept: boolean) {
    this.expression = expression
    this.plan = plan
    this.machines = machines
    this.shape = plan.steps[0]?.type.shape ?? []
    this.cost = costOf(plan.instructions)
    this.work = kept ? Number.POSITIVE_INFINITY : exactWork.answer
  }

  /** The value in exact numbers. Throws NotExact. */
  exact(point: Point): Values<Rational> {
    return this.remembered(this.exactly, point, () => this.runExact(point.exact))
  }

  /** The value in float64 with its error bound. Throws NotExact where something cannot be computed at all. */
  bounded(point: Point): Values<Bounded> {
    return this.remembered(this.nearly, point, () => this.runBounded(point.bounded))
  }

  runExact(given: Given<Rational>): Values<Rational> {
    const { exact, work } = this.machines
    const granted = Math.min(exactWork.point, this.work)
    work.left = granted
    try {
      return onlyStep(runPlan(this.plan, exact, given))
    } finally {
      this.work -= granted - work.left
    }
  }

  runBounded(given: Given<Bounded>): Values<Bounded> {
    return onlyStep(runPlan(this.plan, this.machines.bounded, given))
  }

  /** Keeps values that it was computed with, for a second execution. */
  note(given: Given<number>): void {
    if (this.ran.length < mostNoted && !this.ran.includes(given)) this.ran.push(given)
  }

  /** Keeps the first of these points as well. */
  noteSome(points: Iterable<Point>, count: number): void {
    let noted = 0
    for (const { values } of points) {
      if (noted >= count) return
      this.note(values)
      noted += 1
    }
  }

  private remembered<T>(memory: WeakMap<Point, Values<T> | NotExact>, point: Point, run: () => Values<T>): Values<T> {
    let value = memory.get(point)
    if (value === undefined) {
      this.note(point.values)
      try {
        value = run()
      } catch (error) {
        if (!(error instanceof NotExact)) throw error
        value = error
      }
      memory.set(point, value)
    }
    if (value instanceof NotExact) throw value
    return value
  }
}

function onlyStep<T>(results: ReadonlyMap<string, Values<T>>): Values<T> {
  const [value] = results.values()
  if (!value) throw new Error('A formula without a value was run.')
  return value
}

function costOf(instructions: readonly Instruction[]): number {
  return instructions.reduce((sum, instruction) => {
    if (instruction.kind !== 'apply') return sum
    const sizes = instruction.args.map((arg) => sizeOf(instructions[arg]?.type.shape ?? []))
    const inner =
      instruction.operation === 'matmul' ? (instructions[instruction.args[0] ?? 0]?.type.shape.at(-1) ?? 1) : 1
    return sum + Math.max(sizeOf(instruction.type.shape) * inner, ...sizes)
  }, 1)
}
