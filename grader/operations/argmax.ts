import { ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const argmax: Operation = {
  name: 'argmax',
  summary: 'The place (from 1) of the first largest entry of a vector; of a matrix, of each row.',
  example: 'argmax(scores)',
  noGradient: 'it is a place, not a quantity',
  check(args) {
    takes('argmax', args, 1)
    const shape = ranked('argmax', typeAt(args, 0), [1, 2], 'a vector or a matrix')
    return { shape: shape.slice(0, -1), integer: true }
  },
  float64(args) {
    const { shape, data } = argument(args, 0)
    const n = axis(shape, -1)
    const result = tensor64(shape.slice(0, -1))
    for (let line = 0; line < result.data.length; line++) {
      let best = 0
      for (let j = 1; j < n; j++) if ((data[line * n + j] ?? 0) > (data[line * n + best] ?? 0)) best = j
      result.data[line] = best + 1
    }
    return result
  },
  // no kernel for it: they disagree on ties, and on long vectors
  tfjs(tf, args) {
    const x = argument(args, 0)
    const n = axis(x.shape, -1)
    const places = tf.range(1, n + 1, 1, 'float32').reshape([...x.shape.slice(1).map(() => 1), n])
    const largest = tf.equal(x, tf.max(x, -1, true))
    return tf.min(tf.where(largest, places, tf.scalar(n + 1)), -1)
  },
}
