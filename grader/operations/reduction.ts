import type { Tensor } from '@tensorflow/tfjs'
import { takes, typeAt } from './check.ts'
import type { Operation, Tfjs } from './operation.ts'
import { rowsOf } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

/** An operation that makes one number of all entries of a tensor. */
export function reduction(spec: {
  name: string
  summary: string
  example: string
  keepsIntegers: boolean
  float64: (entries: Float64Array) => number
  /** x has shape [rows, entries]; the result [rows] */
  tfjs: (tf: Tfjs, x: Tensor, entries: number) => Tensor
}): Operation {
  const { name, summary, example } = spec
  return {
    name,
    summary,
    example,
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
