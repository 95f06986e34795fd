import type { BatchRun, BatchTensor, Executor } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import type { StoredTensor, Variant } from '../question/variant.ts'

/** The parameters of variants as rows of a batch, each variant `times` times in a row. */
export function parameterRows(plan: Plan, variants: readonly Variant[], times = 1): Record<string, BatchTensor> {
  const parameters: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.parameters) {
    const size = sizeOf(type.shape)
    const data = new Float64Array(variants.length * times * size)
    for (const [k, variant] of variants.entries()) {
      const value = variant.params[name]?.data ?? []
      for (let time = 0; time < times; time++) data.set(value, (k * times + time) * size)
    }
    parameters[name] = { shape: type.shape, data }
  }
  return parameters
}

/** Runs a plan for variants, one row each. */
export function runVariants(plan: Plan, variants: readonly Variant[], executor: Executor): Promise<BatchRun> {
  return executor.run(plan, { rows: variants.length, parameters: parameterRows(plan, variants) })
}

/** The value of a step in one row. */
export function valueInRow(run: BatchRun, step: string, row: number): StoredTensor {
  const tensor = run[step]
  if (!tensor) throw new Error(`The run has no step ${step}.`)
  const size = sizeOf(tensor.shape)
  return {
    shape: [...tensor.shape],
    data: Array.from(tensor.data.subarray(row * size, (row + 1) * size), (x) => x + 0),
  }
}
