import type { Tensor } from '@tensorflow/tfjs'
import type { GradientCall } from '../language/gradient/rule.ts'
import { sizeOf } from '../language/types.ts'
import { takes, typeAt } from './check.ts'
import type { Operation, Tfjs } from './operation.ts'
import { rowsOf } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

/** An operation that makes one number of all entries of a tensor. */
export function reduction(
  spec: Pick<Operation, 'name' | 'summary' | 'example' | 'gradient'> & {
    keepsIntegers: boolean
    float64: (entries: Float64Array) => number
    /** x has shape [rows, entries]; the result [rows] */
    tfjs: (tf: Tfjs, x: Tensor, entries: number) => Tensor
  },
): Operation {
  const { name, summary, example, gradient } = spec
  return {
    name,
    summary,
    example,
    gradient,
    check(args) {
      takes(name, args, 1)
      return { shape: [], integer: spec.keepsIntegers && typeAt(args, 0).integer }
    },
    float64: (args) => scalar64(spec.float64(argument(args, 0).data)),
    tfjs(tf, args) {
      const x = argument(args, 0)
      const entries = x.size / rowsOf(x)
      return spec.tfjs(tf, x.reshape([rowsOf(x), entries]), entries)
    },
  }
}

/** The number of entries of the argument of a gradient rule. */
export function entriesOf({ shapes }: GradientCall): number {
  return sizeOf(shapes[0] ?? [])
}

export function total(entries: Float64Array): number {
  let sum = 0
  for (const x of entries) sum += x
  return sum
}

/** Σ (x - mean)²: in two passes, so that a large mean does not cancel the spread. */
export function squaresAround(entries: Float64Array): number {
  const mean = total(entries) / entries.length
  let sum = 0
  for (const x of entries) sum += (x - mean) ** 2
  return sum
}

export function squaresAroundTfjs(tf: Tfjs, x: Tensor): Tensor {
  return tf.sum(tf.square(tf.sub(x, tf.mean(x, 1, true))), 1)
}
