import { compareRuns } from '../backends/agreement.ts'
import type { Batch, BatchRun, BatchTensor, Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import type { Variant } from '../question/variant.ts'

/** One row of a batch: a variant's parameters and, per step, the values to put in its place (NaN keeps an entry). */
export interface Run {
  variant: Variant
  overrides?: ReadonlyMap<string, readonly number[]>
}

/** The values of one run: float64, and whether the backend's execution agrees with them within float32 error. */
export interface RunResult {
  value(step: string): number[] | null
  certain(step: string): boolean
}

/** Executes all runs as rows of one batch, on both executors. Throws if an executor does. */
export async function rerun(plan: Plan, runs: readonly Run[], executors: Executors): Promise<RunResult[]> {
  if (runs.length === 0) return []
  const batch = batchOf(plan, runs)
  const float64 = await executors.float64.run(plan, batch)
  const agreement = compareRuns(plan, float64, await executors.tfjs.run(plan, batch))
  return resultsOf(runs.length, float64, (step, row) => agreement[step]?.rows[row] ?? false)
}

/** The same in float64 alone, to look for what is worth executing twice: nothing of it is certain. */
export async function rerunInFloat64(plan: Plan, runs: readonly Run[], executors: Executors): Promise<RunResult[]> {
  if (runs.length === 0) return []
  const float64 = await executors.float64.run(plan, batchOf(plan, runs))
  return resultsOf(runs.length, float64, () => false)
}

function resultsOf(rows: number, run: BatchRun, certain: (step: string, row: number) => boolean): RunResult[] {
  return Array.from({ length: rows }, (_, row) => ({
    value(step) {
      const all = run[step]
      const size = all ? sizeOf(all.shape) : 0
      return all ? Array.from(all.data.subarray(row * size, (row + 1) * size)) : null
    },
    certain: (step) => certain(step, row),
  }))
}

function batchOf(plan: Plan, runs: readonly Run[]): Batch {
  const parameters: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.parameters) {
    parameters[name] = filled(type.shape, runs, (run) => run.variant.params[name]?.data)
  }
  const overrides: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.steps) {
    if (runs.some((run) => run.overrides?.has(name))) {
      overrides[name] = filled(type.shape, runs, (run) => run.overrides?.get(name))
    }
  }
  return { rows: runs.length, parameters, overrides }
}

function filled(
  shape: readonly number[],
  runs: readonly Run[],
  values: (run: Run) => readonly number[] | undefined,
): BatchTensor {
  const size = sizeOf(shape)
  const data = new Float64Array(runs.length * size).fill(Number.NaN)
  runs.forEach((run, row) => {
    const own = values(run)
    if (own?.length === size) data.set(own, row * size)
  })
  return { shape, data }
}
