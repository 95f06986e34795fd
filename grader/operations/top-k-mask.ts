import { known, ranked, takes, typeAt } from './check.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { indicator } from './rows.ts'
import { argument, axis } from './tensor64.ts'

export const topKMask: Operation = {
  name: 'top_k_mask',
  summary:
    '1 at the k largest entries of a vector, or of each row of a matrix, else 0; of equal entries the first come first.',
  example: 'masked_softmax(z, top_k_mask(z, 2))',
  noGradient: 'it chooses places',
  statics: [1],
  check(args, values) {
    takes('top_k_mask', args, 2)
    const shape = ranked('top_k_mask', typeAt(args, 0), [1, 2], 'a vector or a matrix')
    known('top_k_mask', values[1], 'The number of entries', 1, axis(shape, -1))
    return { shape, integer: true }
  },
  float64(args, statics) {
    return mapLines(argument(args, 0), (line) => {
      const order = [...line.keys()].sort((a, b) => (line[b] ?? 0) - (line[a] ?? 0) || a - b)
      const chosen = new Set(order.slice(0, argument(statics, 0)))
      return line.map((_, j) => (chosen.has(j) ? 1 : 0))
    })
  },
  // an entry is among the k largest if fewer than k beat it; no kernel for sorting
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const n = axis(x.shape, -1)
    const [own, other] = [x.expandDims(-1), x.expandDims(-2)]
    const earlier = tf.tensor(
      Float32Array.from({ length: n * n }, (_, i) => (i % n < Math.floor(i / n) ? 1 : 0)),
      [...Array<number>(x.rank - 1).fill(1), n, n],
      'float32',
    )
    const beaten = tf.add(indicator(tf, tf.greater(other, own)), tf.mul(earlier, indicator(tf, tf.equal(other, own))))
    return indicator(tf, tf.less(tf.sum(beaten, -1), argument(statics, 0)))
  },
}
