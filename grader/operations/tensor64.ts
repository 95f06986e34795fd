import { sizeOf } from '../language/types.ts'
import type { Tensor64 } from './operation.ts'

/** Row-major float64 values of a shape; zeros where no data is given. */
export function tensor64(shape: readonly number[], data: Float64Array = new Float64Array(sizeOf(shape))): Tensor64 {
  return { shape, data }
}

export function scalar64(value: number): Tensor64 {
  return { shape: [], data: Float64Array.of(value) }
}

/** The argument at a position; a missing one is a bug of the compiler, not of a question. */
export function argument<T>(args: readonly T[], position: number): T {
  const value = args[position]
  if (value === undefined) throw new Error(`argument ${position + 1} is missing`)
  return value
}

/** The size of an axis, counted from the front, or from the back if negative; 1 where there is no such axis. */
export function axis(shape: readonly number[], index: number): number {
  return shape.at(index) ?? 1
}
