import type { Tensor64 } from './operation.ts'
import { axis, tensor64 } from './tensor64.ts'

/** Applies a function to every line along the last axis: to a vector itself, to each row of a matrix. */
export function mapLines(x: Tensor64, f: (line: Float64Array, index: number) => Float64Array): Tensor64 {
  const length = axis(x.shape, -1)
  const result = tensor64(x.shape)
  for (let at = 0; at < x.data.length; at += length) {
    result.data.set(f(x.data.subarray(at, at + length), at / length), at)
  }
  return result
}
