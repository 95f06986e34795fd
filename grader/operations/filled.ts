import { known, takes } from './check.ts'
import type { Operation } from './operation.ts'
import { tensor64 } from './tensor64.ts'

/** A constant tensor of a given shape. */
export function filled(name: string, value: number, summary: string, example: string): Operation {
  return {
    name,
    summary,
    example,
    noGradient: 'it is the same whatever is drawn',
    statics: [0, 1, 2, 3],
    check(args, values) {
      takes(name, args, 1, 4)
      return { shape: args.map((_, i) => known(name, values[i], `Size ${i + 1}`, 1, 4096)), integer: true }
    },
    float64(_args, statics) {
      const result = tensor64(statics)
      result.data.fill(value)
      return result
    },
    tfjs: (tf, _args, statics) => tf.fill([1, ...statics], value),
  }
}
