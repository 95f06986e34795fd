import { known, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { indicator, reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const oneHot: Operation = {
  name: 'one_hot',
  summary:
    'A vector of n entries, 1 at place i (counted from 1) and 0 elsewhere; for a vector of places one such row each.',
  example: 'one_hot(k, 5)',
  noGradient: 'its place is counted, not measured',
  statics: [1],
  check(args, values) {
    takes('one_hot', args, 2)
    const places = ranked('one_hot', typeAt(args, 0), [0, 1], 'one place or a vector of places')
    return { shape: [...places, known('one_hot', values[1], 'The length', 1, 4096)], integer: true }
  },
  float64(args, statics) {
    const [places, n] = [argument(args, 0), argument(statics, 0)]
    const result = tensor64([...places.shape, n])
    for (let i = 0; i < result.data.length; i++) result.data[i] = places.data[Math.floor(i / n)] === (i % n) + 1 ? 1 : 0
    return result
  },
  tfjs(tf, args, statics) {
    const [places, n] = [argument(args, 0), argument(statics, 0)]
    const count = places.rank === 1 ? 1 : axis(places.shape, 1)
    const all = tf.range(1, n + 1, 1, 'float32').reshape([1, 1, n])
    return reshapeRows(indicator(tf, tf.equal(all, reshapeRows(places, [count, 1]))), [...places.shape.slice(1), n])
  },
}
