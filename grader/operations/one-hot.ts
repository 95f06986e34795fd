import { known, requireScalar, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { indicator, reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const oneHot: Operation = {
  name: 'one_hot',
  summary: 'A vector of n entries, 1 at place i (counted from 1) and 0 elsewhere.',
  example: 'one_hot(k, 5)',
  noGradient: 'its place is counted, not measured',
  statics: [1],
  check(args, values) {
    takes('one_hot', args, 2)
    requireScalar('one_hot', typeAt(args, 0), 'The place')
    return { shape: [known('one_hot', values[1], 'The length', 1, 4096)], integer: true }
  },
  float64(args, statics) {
    const place = argument(args, 0).data[0] ?? 0
    return tensor64(
      [argument(statics, 0)],
      Float64Array.from({ length: argument(statics, 0) }, (_, i) => (i + 1 === place ? 1 : 0)),
    )
  },
  tfjs(tf, args, statics) {
    const places = tf.range(1, argument(statics, 0) + 1, 1, 'float32').expandDims(0)
    return indicator(tf, tf.equal(places, reshapeRows(argument(args, 0), [1])))
  },
}
