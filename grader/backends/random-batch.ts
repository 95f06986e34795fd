import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import type { Batch } from './executor.ts'

/** Values for every parameter of a plan, in -1..1 and the same on every run: to warm up and to measure with. */
export function randomBatch(plan: Plan, rows: number): Batch {
  const parameters = plan.parameters.map(({ name, type }, k) => {
    const data = Float64Array.from({ length: rows * sizeOf(type.shape) }, (_, i) => Math.sin(12.9898 * i + 78.233 * k))
    return [name, { shape: type.shape, data }] as const
  })
  return { rows, parameters: Object.fromEntries(parameters) }
}
