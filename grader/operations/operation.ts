import type * as tfjs from '@tensorflow/tfjs'
import type { OperationSignature } from '../language/types.ts'

/** A dense tensor of float64, row-major. */
export interface Tensor64 {
  shape: readonly number[]
  data: Float64Array
}

export type Tfjs = typeof tfjs

/**
 * One operation: its types, its documentation and two independent executions of it (rule 1: they certify each other).
 * Static arguments (see OperationSignature.statics) come apart, as numbers.
 */
export interface Operation extends OperationSignature {
  /** One sentence for authors: what it computes, shapes and convention. */
  summary: string
  /** A call as it would stand in a question file. */
  example: string
  /** One row. Must not write into its arguments. */
  float64(args: readonly Tensor64[], statics: readonly number[]): Tensor64
  /**
   * A batch: every tensor has shape [rows, …shape of one row] (a constant has rows = 1 and broadcasts).
   * The caller wraps the call in tf.tidy. Built only from kernels that agree on webgpu, wasm and cpu.
   */
  tfjs(
    tf: Tfjs,
    args: readonly tfjs.Tensor[],
    statics: readonly number[],
    rowShapes: readonly (readonly number[])[],
  ): tfjs.Tensor
}
