import type { BatchRun } from '../backends/executor.ts'
import type { Instruction, Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import { partOfPlan } from '../marking/part-of-plan.ts'
import { judgedFields } from '../question/fields.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import type { Subject } from './examination.ts'
import { groupByPlan } from './plans.ts'
import { runVariants } from './rows.ts'
import { type Spread, spreadOf } from './spread.ts'

/** How much work a variant is, over the variants: whether one student has it easier than another. */
export interface Effort {
  /** digits other than 0 in the numbers that are read and those that are written */
  digits: Spread
  /** operations on single numbers; one with 0, or a multiplication by ±1, is no work */
  operations: Spread
}

export async function effortOf({ definition, accepted, executors, library }: Subject): Promise<Effort | null> {
  const steps = judgedFields(definition).map(({ step }) => step)
  if (steps.length === 0 || accepted.length === 0) return null
  const digits: number[] = []
  const operations: number[] = []
  const variants = accepted.map(({ variant }) => variant)
  for (const { plan, members } of groupByPlan(definition, variants, library).groups) {
    const part = partOfPlan(plan, steps)
    const some = members.map((member) => variants[member]!)
    const run = await runVariants(laidOpen(part), some, executors.float64)
    for (const [row, member] of members.entries()) {
      const { variant, key } = accepted[member]!
      digits.push(digitsOf(part, variant, key, judgedFields(definition)))
      const values = part.instructions.map((instruction, k) => numbersOf(instruction, k, variant, run, row))
      operations.push(part.instructions.reduce((sum, each) => sum + workOf(each, values), 0))
    }
  }
  return { digits: spreadOf(digits), operations: spreadOf(operations) }
}

const opened = (k: number) => `instruction ${k}`

/** The plan with every instruction as a step of its own, so that a run shows what is worked out on the way. */
function laidOpen(plan: Plan): Plan {
  const steps = plan.instructions.flatMap(({ kind, type }, result) =>
    kind === 'apply' ? [{ name: opened(result), type, result, reads: [] }] : [],
  )
  return { ...plan, steps: [...plan.steps, ...steps] }
}

function numbersOf(instruction: Instruction, k: number, variant: Variant, run: BatchRun, row: number): Numbers {
  const size = sizeOf(instruction.type.shape)
  if (instruction.kind === 'constant') return new Array<number>(size).fill(instruction.value)
  if (instruction.kind === 'parameter') return variant.params[instruction.name]?.data ?? []
  const name = instruction.kind === 'step' ? instruction.name : opened(k)
  return run[name]?.data.subarray(row * size, (row + 1) * size) ?? []
}

type Numbers = ArrayLike<number>

/** What only moves numbers about. */
const free = new Set(
  'transpose reshape concat flatten stackrows element row column select zeros ones identity range negate flip pad diag one_hot'.split(
    ' ',
  ),
)

/** Operations on single numbers that an instruction takes by hand. */
function workOf(instruction: Instruction, values: readonly Numbers[]): number {
  if (instruction.kind !== 'apply' || free.has(instruction.operation)) return 0
  const args = instruction.args.map((k) => values[k] ?? [])
  const size = sizeOf(instruction.type.shape)
  const [a = [], b = []] = args
  switch (instruction.operation) {
    case 'add':
    case 'subtract':
      return countPairs(a, b, size, (x, y) => x !== 0 && y !== 0)
    case 'multiply':
      return countPairs(a, b, size, (x, y) => x !== 0 && y !== 0 && Math.abs(x) !== 1 && Math.abs(y) !== 1)
    case 'divide':
      return countPairs(a, b, size, (x, y) => x !== 0 && Math.abs(y) !== 1)
    case 'matmul': {
      // every entry of the left factor meets as many of the right one as the result has columns
      const inner = Math.sqrt((a.length * b.length) / Math.max(1, size))
      return Math.round((nonzero(a) * nonzero(b)) / Math.max(1, inner))
    }
    case 'dense':
      return Math.round((nonzero(b) * size) / Math.max(1, args[2]?.length ?? 1))
    case 'conv2d':
      return size * nonzero(b)
    default:
      return Math.max(size, ...args.map(({ length }) => length))
  }
}

function countPairs(a: Numbers, b: Numbers, size: number, counts: (x: number, y: number) => boolean): number {
  let count = 0
  for (let i = 0; i < size; i++) {
    if (counts(a[a.length === 1 ? 0 : i] ?? 0, b[b.length === 1 ? 0 : i] ?? 0)) count += 1
  }
  return count
}

function nonzero(values: Numbers): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count += 1
  return count
}

function digitsOf(plan: Plan, variant: Variant, key: VariantKey, fields: ReturnType<typeof judgedFields>): number {
  const read = plan.parameters.flatMap(({ name }) => variant.params[name]?.data ?? [])
  const written = fields.flatMap((field) => {
    const data = key.expected[field.step]?.data ?? []
    return field.kind === 'shape' ? data.map(String) : data.map((value) => value.toFixed(field.decimals))
  })
  return [...read.map(String), ...written].reduce((sum, text) => sum + (text.match(/[1-9]/g)?.length ?? 0), 0)
}
