import { compareRuns } from '../../backends/agreement.ts'
import type { Batch, BatchRun, BatchTensor, Executors } from '../../backends/executor.ts'
import type { Plan } from '../../language/plan.ts'
import { sizeOf } from '../../language/types.ts'
import { stepsOf } from '../../question/condition.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { halfUnit, stepDecimals } from '../../question/fields.ts'
import { type PropertyField, type PropertyProgram, stepsBefore } from '../../question/property-program.ts'
import type { Variant } from '../../question/variant.ts'
import { partOfPlan } from '../part-of-plan.ts'
import { Outcome } from './outcome.ts'
import type { Probe } from './probes.ts'

/** An answer to execute: NaN where a cell was not read; `own` are the student's values to put in the place of steps. */
export interface PropertyRun {
  variant: Variant
  answer: readonly number[]
  own?: ReadonlyMap<string, readonly number[]>
}

const rowsAtOnce = 4096

/**
 * Executes answers of one program, all in the same batches. The float64 values are what is judged; the backend executes
 * the same rows and certifies them. What rounding can do is executed as well: every entry of the answer, and of every
 * step before, is moved by half a unit up and down. `also` names further steps whose values are wanted; `blame` is false
 * where it does not matter which cells a failure hangs on, so that nothing that is exact has to be moved.
 */
export async function runProperties(
  question: QuestionDefinition,
  field: PropertyField,
  program: PropertyProgram,
  runs: readonly PropertyRun[],
  executors: Executors,
  { also = [], blame = true }: { also?: readonly string[]; blame?: boolean } = {},
): Promise<Outcome[]> {
  const sides = program.conditions.flatMap(stepsOf)
  const probes = probesOf(question, field, program).filter(({ rounding }) => rounding || blame)
  const plan = partOfPlan(program.plan, [...sides, ...also])
  const probing = partOfPlan(program.plan, sides)
  const chunk = Math.max(1, Math.floor(rowsAtOnce / (1 + 2 * probes.length)))
  const outcomes: Outcome[] = []
  for (let from = 0; from < runs.length; from += chunk) {
    const some = runs.slice(from, from + chunk)
    const base = await executors.float64.run(plan, batchOf(plan, field.name, some))
    const certain = await certified(plan, field.name, some, base, sides, executors)
    const moved = some.flatMap((run, row) => probes.flatMap((probe) => both(run, row, probe, base)))
    const probed = moved.length === 0 ? {} : await executors.float64.run(probing, batchOf(probing, field.name, moved))
    for (const row of some.keys()) {
      const blank = some[row]?.answer.some(Number.isNaN) ?? false
      const tables = { base, probed, row, probes }
      outcomes.push(new Outcome(field.name, program, question.leniency, tables, blank, certain[row] ?? false))
    }
  }
  return outcomes
}

function probesOf(question: QuestionDefinition, field: PropertyField, program: PropertyProgram): Probe[] {
  // whole numbers are not rounded: moving one shows only what depends on it
  const { integer, shape } = program.type
  const own = integer ? { half: 1, rounding: false } : { half: halfUnit(field.decimals), rounding: true }
  const probes = Array.from({ length: sizeOf(shape) }, (_, entry): Probe => ({ step: null, entry, ...own }))
  const before = stepsBefore(program)
  for (const { name, type } of program.plan.steps) {
    if (!before.has(name) || type.integer) continue
    const half = halfUnit(stepDecimals(question, name))
    for (let entry = 0; entry < sizeOf(type.shape); entry++) probes.push({ step: name, entry, half, rounding: true })
  }
  return probes
}

/** The two rows of a probe: more and less. */
function both(run: PropertyRun, row: number, { step, entry, half }: Probe, base: BatchRun): PropertyRun[] {
  return [half, -half].map((by) => {
    if (step === null) return { ...run, answer: run.answer.with(entry, (run.answer[entry] ?? Number.NaN) + by) }
    const size = sizeOf(base[step]?.shape ?? [])
    const own = run.own?.get(step)
    const values = own ? [...own] : new Array<number>(size).fill(Number.NaN)
    const given = values[entry] ?? Number.NaN
    values[entry] = (Number.isNaN(given) ? (base[step]?.data[row * size + entry] ?? Number.NaN) : given) + by
    return { ...run, own: new Map(run.own).set(step, values) }
  })
}

/**
 * Per run whether the backend agrees on every side of a comparison. Where a cell is blank, what agrees is the execution
 * with 0 in its place; a value that is not finite holds nothing, so that nothing of it has to be certified.
 */
async function certified(
  plan: Plan,
  answer: string,
  runs: readonly PropertyRun[],
  base: BatchRun,
  sides: readonly string[],
  executors: Executors,
): Promise<boolean[]> {
  const blank = runs.some((run) => run.answer.some(Number.isNaN))
  const filled = runs.map((run) => ({ ...run, answer: run.answer.map((value) => (Number.isNaN(value) ? 0 : value)) }))
  const batch = batchOf(plan, answer, filled)
  const float64 = blank ? await executors.float64.run(plan, batch) : base
  const agreement = compareRuns(plan, float64, await executors.tfjs.run(plan, batch))
  return runs.map((_run, row) =>
    sides.every((step) => {
      const { shape, data } = float64[step] as BatchTensor
      const values = data.subarray(row * sizeOf(shape), (row + 1) * sizeOf(shape))
      return agreement[step]?.rows[row] || !values.every(Number.isFinite)
    }),
  )
}

function batchOf(plan: Plan, answer: string, runs: readonly PropertyRun[]): Batch {
  const parameters: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.parameters) {
    const values = (run: PropertyRun) => (name === answer ? run.answer : run.variant.params[name]?.data)
    parameters[name] = rowsOf(type.shape, runs, values)
  }
  const overrides: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.steps) {
    if (runs.some((run) => run.own?.has(name))) overrides[name] = rowsOf(type.shape, runs, (run) => run.own?.get(name))
  }
  return { rows: runs.length, parameters, overrides }
}

function rowsOf(
  shape: readonly number[],
  runs: readonly PropertyRun[],
  values: (run: PropertyRun) => readonly number[] | undefined,
): BatchTensor {
  const size = sizeOf(shape)
  const data = new Float64Array(runs.length * size).fill(Number.NaN)
  for (const [row, run] of runs.entries()) {
    const own = values(run)
    if (own?.length === size) data.set(own, row * size)
  }
  return { shape, data }
}
