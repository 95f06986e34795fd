import type { BatchRun, BatchTensor, Executor } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import { partOfPlan } from '../marking/part-of-plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { upstreamIn } from '../question/dependencies.ts'
import { halfUnit, type JudgedField, judgedFields, stepDecimals } from '../question/fields.ts'
import type { Variant } from '../question/variant.ts'
import { parameterRows, runVariants } from './rows.ts'

/** How far from expected the entries of each judged field may be, and where rounding would change a branch. */
export interface Bands {
  bands: Record<string, number[]>
  kinks: { step: string; field: string }[]
}

const rowsAtOnce = 4096
/** Effects of plus and minus half a unit that differ by more than this share are no rounding error but a branch. */
const asymmetry = 0.3
const slack = 0.1

/**
 * The half-width of every entry of every judged field, for variants of one plan: half a unit of the decimals asked for,
 * plus, for every entry of every inexact step upstream, the worse effect of half a unit more or less of that step's
 * decimals; all times the question's leniency. Integer steps are exact: their bands are 0 and nothing is rounded there.
 * The effects are executed, as rows of the same plan with one entry overridden; of the plan only what the fields need.
 * The plan may be that of an alternative: then these are the bands of its values.
 */
export async function bandsOf(
  definition: QuestionDefinition,
  whole: Plan,
  variants: readonly Variant[],
  executor: Executor,
  fields: readonly JudgedField[] = judgedFields(definition),
): Promise<Bands[]> {
  const plan = partOfPlan(
    whole,
    fields.map(({ step }) => step),
  )
  const probes = probesOf(definition, plan, fields)
  const perVariant = Math.max(1, 2 * probes.length)
  const chunk = Math.max(1, Math.floor(rowsAtOnce / perVariant))
  const all: Bands[] = []
  for (let from = 0; from < variants.length; from += chunk) {
    const some = variants.slice(from, from + chunk)
    const base = await runVariants(plan, some, executor)
    const probed = probes.length === 0 ? {} : await runProbes(plan, some, probes, base, executor)
    for (const row of some.keys()) all.push(measure({ definition, fields, plan, probes, base, probed, row }))
  }
  return all
}

/** One entry of a step that a student rounds. */
interface Probe {
  step: string
  entry: number
  half: number
}

function probesOf(definition: QuestionDefinition, plan: Plan, fields: readonly JudgedField[]): Probe[] {
  const upstream = new Set(fields.flatMap(({ step }) => upstreamOf(plan, step)))
  return plan.steps
    .filter(({ name, type }) => upstream.has(name) && !type.integer)
    .flatMap(({ name, type }) => {
      const half = halfUnit(stepDecimals(definition, name))
      return Array.from({ length: sizeOf(type.shape) }, (_, entry) => ({ step: name, entry, half }))
    })
}

/** The steps that a step is computed from, directly or not; a gradient is computed from what it was derived from. */
function upstreamOf({ steps }: Plan, name: string): string[] {
  return upstreamIn(new Map(steps.map((step) => [step.name, step.reads])), name)
}

/** Every variant has two rows a probe: half a unit more, half a unit less. */
function runProbes(
  plan: Plan,
  variants: readonly Variant[],
  probes: readonly Probe[],
  base: BatchRun,
  executor: Executor,
) {
  const times = 2 * probes.length
  const overrides: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.steps.filter((step) => probes.some((probe) => probe.step === step.name))) {
    const size = sizeOf(type.shape)
    const data = new Float64Array(variants.length * times * size).fill(Number.NaN)
    for (const row of variants.keys()) {
      for (const [k, probe] of probes.entries()) {
        if (probe.step !== name) continue
        const value = base[name]?.data[row * size + probe.entry] ?? Number.NaN
        data[(row * times + 2 * k) * size + probe.entry] = value + probe.half
        data[(row * times + 2 * k + 1) * size + probe.entry] = value - probe.half
      }
    }
    overrides[name] = { shape: type.shape, data }
  }
  return executor.run(plan, {
    rows: variants.length * times,
    parameters: parameterRows(plan, variants, times),
    overrides,
  })
}

interface Measured {
  definition: QuestionDefinition
  fields: readonly JudgedField[]
  plan: Plan
  probes: readonly Probe[]
  base: BatchRun
  probed: BatchRun
  row: number
}

function measure({ definition, fields, plan, probes, base, probed, row }: Measured): Bands {
  const kinks: Bands['kinks'] = []
  const entries = (run: BatchRun, step: string, size: number, at: number) =>
    run[step]?.data.subarray(at * size, (at + 1) * size) ?? new Float64Array()
  const bandOf = (field: JudgedField, half: number): number[] => {
    const step = plan.steps.find(({ name }) => name === field.step)
    if (!step) return []
    const size = sizeOf(step.type.shape)
    const truth = entries(base, step.name, size, row)
    const upstream = new Set(upstreamOf(plan, step.name))
    const sums = new Array<number>(size).fill(half)
    for (const [k, probe] of probes.entries()) {
      if (!upstream.has(probe.step)) continue
      const at = row * 2 * probes.length + 2 * k
      const more = entries(probed, step.name, size, at)
      const less = entries(probed, step.name, size, at + 1)
      const rounded = entryOf(base, probe, row, plan) !== 0
      for (let i = 0; i < size; i++) {
        const up = (more[i] ?? 0) - (truth[i] ?? 0)
        const down = (less[i] ?? 0) - (truth[i] ?? 0)
        const worst = Math.max(Math.abs(up), Math.abs(down))
        sums[i] = (sums[i] ?? 0) + worst
        // A value that is exactly 0 (a mask, a relu) is not rounded, so that it changes no branch either.
        const branch = step.type.integer ? worst > 0 : Math.abs(up + down) > asymmetry * worst + slack * half
        if (branch && rounded) kinks.push({ step: probe.step, field: field.name })
      }
    }
    return step.type.integer ? sums.map(() => 0) : sums.map((sum) => sum * definition.leniency)
  }
  const bands: Bands['bands'] = {}
  for (const field of fields) {
    bands[field.name] = bandOf(field, field.kind === 'shape' ? 0 : halfUnit(field.decimals))
  }
  return { bands, kinks }
}

function entryOf(run: BatchRun, probe: Probe, row: number, plan: Plan): number | undefined {
  const step = plan.steps.find(({ name }) => name === probe.step)
  return run[probe.step]?.data[row * sizeOf(step?.type.shape ?? []) + probe.entry]
}
