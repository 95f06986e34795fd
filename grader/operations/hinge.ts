import { ranked, requireScalar, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { indicator, reshapeRows } from './rows.ts'
import { argument, axis, scalar64 } from './tensor64.ts'

export const hinge: Operation = {
  name: 'hinge',
  summary:
    'The multi-class hinge loss Σ max(0, 1 + s_j - s_k) over all classes j but the right one, k, counted from 1.',
  example: 'hinge(scores, k)',
  gradient({ shapes: [shape = []] }) {
    const right = `one_hot(x_2, ${shape[0]})`
    const active = `((1 - ${right}) .* (x_1 + 1 > sum(x_1 .* ${right})))`
    return [`g (${active} - sum(${active}) ${right})`, null]
  },
  check(args) {
    takes('hinge', args, 2)
    ranked('hinge', typeAt(args, 0), [1], 'a vector of scores')
    requireScalar('hinge', typeAt(args, 1), 'The class')
    return { shape: [], integer: typeAt(args, 0).integer }
  },
  float64(args) {
    const [{ data }, k] = [argument(args, 0), argument(args, 1).data[0] ?? 1]
    const right = data[k - 1] ?? Number.NaN
    return scalar64(data.reduce((sum, s, j) => (j === k - 1 ? sum : sum + Math.max(0, 1 + s - right)), 0))
  },
  tfjs(tf, args) {
    const s = argument(args, 0)
    const places = tf.range(1, axis(s.shape, 1) + 1, 1, 'float32').expandDims(0)
    const hot = indicator(tf, tf.equal(places, reshapeRows(argument(args, 1), [1])))
    const right = tf.sum(tf.mul(s, hot), 1, true)
    return tf.sum(tf.mul(tf.sub(1, hot), tf.relu(tf.add(1, tf.sub(s, right)))), 1)
  },
}
