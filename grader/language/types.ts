import type { GradientRule } from './gradient/rule.ts'

/**
 * The type of a value: its shape (row-major; `[]` is a scalar, `[n]` a column vector, `[m, n]` a matrix) and whether
 * every entry is an integer by construction (sizes, counts, masks), so that it is exact and never rounded.
 * A truth value is an integer 0 or 1.
 */
export interface TensorType {
  shape: readonly number[]
  integer: boolean
}

/** What the compiler must know of an operation; the implementation adds the executors. */
export interface OperationSignature {
  name: string
  /** Argument positions (0-based) that must be integers known before anything runs: stride, padding, axis … */
  statics?: readonly number[]
  /**
   * The result's type. `args` has every argument in order; `known[i]` is the value of argument i where it is a
   * statically known scalar, else undefined. Throws TypeProblem with a whole sentence.
   */
  check(args: readonly TensorType[], known: readonly (number | undefined)[]): TensorType
  /** How a gradient flows back through the operation. Either this or `noGradient`. */
  gradient?: GradientRule
  /** Why no gradient flows through it: a clause that follows “because”. */
  noGradient?: string
}

export type OperationLibrary = ReadonlyMap<string, OperationSignature>

/** Thrown by `check`; the compiler turns it into a Problem with the span of the call. */
export class TypeProblem extends Error {}

/** Prints a shape as people write it: `scalar`, `3`, `3×4`. */
export function printShape(shape: readonly number[]): string {
  return shape.length === 0 ? 'scalar' : shape.join('×')
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, n) => size * n, 1)
}
