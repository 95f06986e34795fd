import type { Tensor } from '@tensorflow/tfjs'
import { sizeOf } from '../language/types.ts'
import { allInteger, commonShape, takes } from './check.ts'
import { zipEntries } from './elementwise.ts'
import { reshaped } from './gradient-texts.ts'
import type { Operation, Tfjs } from './operation.ts'
import { align, rowAxes } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

/** What min and max share: one tensor is reduced to a scalar, several are compared entry by entry. */
export function extreme(spec: {
  name: string
  summary: string
  example: string
  /** how an entry that is chosen stands to another one */
  beats: '>' | '<'
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
    gradient: ({ shapes }) =>
      shapes.length === 1 ? [toPlace(shapes[0] ?? [], spec.beats)] : toFirst(shapes.length, spec.beats),
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

/** Of entries that are equally extreme the first gets all. */
function toFirst(count: number, beats: '>' | '<'): string[] {
  return Array.from({ length: count }, (_, i) => {
    const others = Array.from({ length: count }, (_, j) =>
      i === j ? '' : ` .* (x_${i + 1} ${beats}${j < i ? '' : '='} x_${j + 1})`,
    )
    return `g${others.join('')}`
  })
}

function toPlace(shape: readonly number[], beats: '>' | '<'): string {
  if (shape.length === 0) return 'g'
  const flat = shape.length === 1 ? 'x' : 'flatten(x)'
  return reshaped(`g one_hot(argmax(${beats === '>' ? flat : `-${flat}`}), ${sizeOf(shape)})`, shape)
}
