import { known, takes } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, tensor64 } from './tensor64.ts'

export const identity: Operation = {
  name: 'identity',
  summary: 'The n×n identity matrix.',
  example: 'identity(3)',
  noGradient: 'it is the same whatever is drawn',
  statics: [0],
  check(args, values) {
    takes('identity', args, 1)
    const n = known('identity', values[0], 'The size', 1, 256)
    return { shape: [n, n], integer: true }
  },
  float64(_args, statics) {
    const n = argument(statics, 0)
    const result = tensor64([n, n])
    for (let i = 0; i < n; i++) result.data[i * n + i] = 1
    return result
  },
  tfjs: (tf, _args, statics) => tf.eye(argument(statics, 0)).expandDims(0),
}
