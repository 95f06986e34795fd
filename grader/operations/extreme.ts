import type { Tensor } from '@tensorflow/tfjs'
import { allInteger, commonShape, takes } from './check.ts'
import { zipEntries } from './elementwise.ts'
import type { Operation, Tfjs } from './operation.ts'
import { align, rowAxes } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

/** What min and max share: one tensor is reduced to a scalar, several are compared entry by entry. */
export function extreme(spec: {
  name: string
  summary: string
  example: string
  float64: (a: number, b: number) => number
  start: number
  tfjs: (tf: Tfjs, a: Tensor, b: Tensor) => Tensor
  reduce: (tf: Tfjs, x: Tensor, axes: number[]) => Tensor
}): Operation {
  const { name, summary, example } = spec
  return {
    name,
    summary,
    example,
    check(args) {
      takes(name, args, 1, Infinity)
      const shape = args.length === 1 ? [] : commonShape(name, args)
      return { shape, integer: allInteger(args) }
    },
    float64(args) {
      const first = argument(args, 0)
      if (args.length === 1) return scalar64(first.data.reduce((a, b) => spec.float64(a, b), spec.start))
      return args.slice(1).reduce((a, b) => zipEntries(a, b, spec.float64), first)
    },
    tfjs(tf, args) {
      const first = argument(args, 0)
      if (args.length === 1) return first.rank === 1 ? first : spec.reduce(tf, first, rowAxes(first))
      return align(args).reduce((a, b) => spec.tfjs(tf, a, b))
    },
  }
}
