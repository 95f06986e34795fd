import type { Executor } from '../../backends/executor.ts'
import type { Evidence } from './evidence.ts'

/**
 * How far a backend may stray: a multiple of the bound for float32 (its functions are less exact than float64's), and
 * for the sake of the largest entry, with which the others were added up.
 */
const tolerance = { ofBound: 32, ofLargest: 1e-5, absolute: 1e-6 } as const

/** Runs a formula once more, at the same points. Whether the values agree within what float32 can promise. */
export async function agreesWith(
  { plan, rows, parameters, value, error }: Evidence,
  executor: Executor,
): Promise<boolean> {
  const [step] = plan.steps
  if (!step) throw new Error('A formula without a value was run.')
  const run = await executor.run(plan, { rows, parameters })
  const found = run[step.name]?.data
  if (found?.length !== value.length) return false
  const size = value.length / rows
  for (let row = 0; row < rows; row++) {
    let largest = 0
    for (let i = row * size; i < (row + 1) * size; i++) largest = Math.max(largest, Math.abs(value[i] || 0))
    for (let i = row * size; i < (row + 1) * size; i++) {
      const wanted = value[i] as number
      if (Number.isNaN(wanted)) continue
      const { ofBound, ofLargest, absolute } = tolerance
      // written so that NaN fails
      const near =
        Math.abs((found[i] as number) - wanted) <= ofBound * (error[i] as number) + ofLargest * largest + absolute
      if (!near) return false
    }
  }
  return true
}
