import { TypeProblem } from '../language/types.ts'
import { known, takes } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, tensor64 } from './tensor64.ts'

export const range: Operation = {
  name: 'range',
  summary: 'The integers from a to b, both included, as a vector.',
  example: 'range(1, M)',
  noGradient: 'it is the same whatever is drawn',
  statics: [0, 1],
  check(args, values) {
    takes('range', args, 2)
    const low = known('range', values[0], 'The first integer', -100_000, 100_000)
    const high = known('range', values[1], 'The last integer', -100_000, 100_000)
    if (high < low || high - low >= 4096)
      throw new TypeProblem(`range(${low}, ${high}) must hold between 1 and 4096 integers.`)
    return { shape: [high - low + 1], integer: true }
  },
  float64(_args, statics) {
    const [low, high] = [argument(statics, 0), argument(statics, 1)]
    return tensor64(
      [high - low + 1],
      Float64Array.from({ length: high - low + 1 }, (_, i) => low + i),
    )
  },
  tfjs: (tf, _args, statics) => tf.range(argument(statics, 0), argument(statics, 1) + 1, 1, 'float32').expandDims(0),
}
