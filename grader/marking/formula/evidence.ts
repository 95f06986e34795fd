import type { Plan } from '../../language/plan.ts'
import { sizeOf } from '../../language/types.ts'
import { NotExact } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import { inLibraryOperations } from './in-library-operations.ts'
import type { Given } from './point.ts'
import { type Machine, runPlan } from './run-plan.ts'
import type { Side } from './side.ts'

/** What a formula was computed to, so that a backend can be asked for the same: rows are points. */
export interface Evidence {
  plan: Plan
  rows: number
  parameters: Record<string, { shape: readonly number[]; data: Float64Array }>
  /** rows × entries; NaN where nothing can be expected of a computation in float32 */
  value: Float64Array
  /** how far a computation in float32 may be from `value` */
  error: Float64Array
}

/** A value that float32 knows less well than this, relative to its tensor, says nothing. */
const precision = 1e-2

/** What was computed of a formula, with bounds for a second execution in float32; null where nothing was. */
export function evidenceOf(side: Side): Evidence | null {
  const { plan, ran } = side
  if (ran.length === 0) return null
  const by = side.machines.single
  const size = sizeOf(side.shape)
  const value = new Float64Array(ran.length * size).fill(Number.NaN)
  const error = new Float64Array(ran.length * size)
  ran.forEach((given, row) => {
    const expected = expect(plan, by, given)
    const scale = Math.max(...expected.map(({ v }) => Math.abs(v)))
    expected.forEach(({ v, e }, i) => {
      if (!(e <= precision * scale)) return
      value[row * size + i] = v
      error[row * size + i] = e
    })
  })
  const parameters = Object.fromEntries(
    plan.parameters.map(({ name, type }) => {
      const data = Float64Array.from(ran.flatMap((given) => given.get(name)?.data ?? []))
      return [name, { shape: type.shape, data }]
    }),
  )
  return { plan: inLibraryOperations(plan), rows: ran.length, parameters, value, error }
}

/** Nothing is expected where a number cannot be told. */
function expect(plan: Plan, by: Machine<Bounded>, given: Given<number>): readonly Bounded[] {
  const inputs = new Map(
    [...given].map(([name, { shape, data }]) => [name, { shape, data: data.map((value) => by.by.number(value)) }]),
  )
  try {
    const [result] = runPlan(plan, by, inputs).values()
    return result?.data ?? []
  } catch (error) {
    if (error instanceof NotExact) return []
    throw error
  }
}
