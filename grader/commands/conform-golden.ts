import type { BatchTensor, Executor } from '../backends/executor.ts'
import { planOf } from '../backends/plan-of.ts'
import { reason } from '../backends/unavailable.ts'
import { goldenAdapters } from '../operations/golden/adapters.ts'
import type { GoldenAdapter, GoldenCase, GoldenFile, GoldenProgram, Steps } from '../operations/golden/golden.ts'

/** How far a value may be from the golden one: relative to it, and as a share of the largest of its tensor (at least 1). */
export const tolerances = {
  float64: { relative: 1e-9, ofLargest: 1e-12 },
  float32: { relative: 1e-3, ofLargest: 1e-5 },
} as const

export interface GoldenReport {
  operation: string
  cases: number
  /** by executor: the largest distance from a golden value */
  deviation: Record<string, number>
  failing: string[]
}

/** Runs every case of a golden file on every executor. */
export async function conformGolden(
  file: GoldenFile,
  executors: readonly Executor[],
  adapters: ReadonlyMap<string, GoldenAdapter> = goldenAdapters,
): Promise<GoldenReport> {
  const report: GoldenReport = { operation: file.op, cases: file.cases.length, deviation: {}, failing: [] }
  const adapter = adapters.get(file.op)
  if (!adapter) return { ...report, failing: [`${file.op}: an unknown operation`] }
  for (const golden of file.cases) {
    for (const executor of executors) {
      try {
        const { deviation, failing } = await runCase(golden, adapter(golden), executor)
        report.deviation[executor.name] = Math.max(report.deviation[executor.name] ?? 0, deviation)
        report.failing.push(...failing)
      } catch (error) {
        report.failing.push(`${golden.id} on ${executor.name}: ${reason(error)}`)
      }
    }
  }
  return report
}

async function runCase(
  golden: GoldenCase,
  program: GoldenProgram,
  executor: Executor,
): Promise<{ deviation: number; failing: string[] }> {
  const shapes = Object.entries(program.values).map(([name, { shape }]) => [name, shape] as const)
  const plan = planOf(program.steps, Object.fromEntries(shapes), program.statics)
  const parameters: Record<string, BatchTensor> = {}
  for (const [name, { shape, data }] of Object.entries(program.values))
    parameters[name] = { shape, data: Float64Array.from(data) }
  const run = await executor.run(plan, { rows: program.rows, parameters })
  const steps: Steps = (name) => [...(run[name]?.data ?? [])]
  const found = Object.entries(golden.outputs).map(([name, output]) => {
    const expected = program.expected?.[name] ?? output.data
    const exact = output.dtype.startsWith('int')
    return {
      name,
      ...compare(expected, program.outputs[name]?.(steps), exact, executor.name === 'float64' ? 'float64' : 'float32'),
    }
  })
  return {
    deviation: Math.max(0, ...found.map(({ deviation }) => deviation)),
    failing: found.flatMap(({ name, fault }) => (fault ? [`${golden.id} on ${executor.name}: ${name} ${fault}`] : [])),
  }
}

function compare(
  expected: readonly number[],
  found: readonly number[] | undefined,
  exact: boolean,
  precision: keyof typeof tolerances,
): { deviation: number; fault?: string } {
  if (!found) return { deviation: Infinity, fault: 'is not computed' }
  if (found.length !== expected.length)
    return { deviation: Infinity, fault: `has ${found.length} entries, not ${expected.length}` }
  const { relative, ofLargest } = tolerances[precision]
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  let deviation = 0
  let fault: string | undefined
  for (const [i, wanted] of expected.entries()) {
    const distance = Math.abs((found[i] ?? Number.NaN) - wanted)
    deviation = Number.isNaN(distance) ? Infinity : Math.max(deviation, distance)
    // written so that NaN is a fault
    if (!(distance <= (exact ? 0 : relative * Math.abs(wanted) + ofLargest * largest))) {
      fault ??= `[${i}] is ${found[i]}, not ${wanted}`
    }
  }
  return fault ? { deviation, fault } : { deviation }
}
