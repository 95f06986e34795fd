import type { Tensor } from '@tensorflow/tfjs'
import type { Tfjs } from './operation.ts'

/**
 * Gives tensors of [rows, …shape] one rank by putting axes of 1 behind the rows axis, so that a scalar a row ([rows])
 * broadcasts over a matrix a row ([rows, m, n]) by row and never by column.
 */
export function align<const T extends readonly Tensor[]>(args: T): { -readonly [K in keyof T]: Tensor } {
  const rank = Math.max(...args.map((x) => x.rank))
  const aligned = args.map((x) => {
    if (x.rank === rank) return x
    return x.reshape([rowsOf(x), ...Array<number>(rank - x.rank).fill(1), ...x.shape.slice(1)])
  })
  return aligned as { -readonly [K in keyof T]: Tensor }
}

export function rowsOf(x: Tensor): number {
  return x.shape[0] ?? 1
}

/** Repeats constants (rows = 1) so that all tensors have the same number of rows. */
export function spread(tf: Tfjs, args: readonly Tensor[]): Tensor[] {
  const rows = Math.max(...args.map(rowsOf))
  return args.map((x) => (rowsOf(x) === rows ? x : tf.broadcastTo(x, [rows, ...x.shape.slice(1)])))
}

/** The tensor with its rows kept and every row given another shape of the same size. */
export function reshapeRows(x: Tensor, shape: readonly number[]): Tensor {
  return x.reshape([rowsOf(x), ...shape])
}

/** Axes of one row, for reductions over everything but the rows. */
export function rowAxes(x: Tensor): number[] {
  return x.shape.slice(1).map((_, i) => i + 1)
}

/**
 * A truth value as 0/1 in float32. Not tf.cast: on webgpu it leaves integers in the buffer, which a matrix product then
 * reads as floats, that is as 0.
 */
export function indicator(tf: Tfjs, condition: Tensor): Tensor {
  return tf.where(condition, tf.ones(condition.shape), tf.zeros(condition.shape))
}
