import { printShape, TypeProblem } from '../language/types.ts'
import { sameShape, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { align, reshapeRows } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

export const kl: Operation = {
  name: 'kl',
  summary: 'The Kullback–Leibler divergence Σ p ln(p/q) in nats, summed over all entries; 0 ln 0 is 0.',
  example: 'kl(p, q)',
  gradient: ['g (ln(x_1 ./ x_2) + 1)', '-g x_1 ./ x_2'],
  check(args) {
    takes('kl', args, 2)
    const [p, q] = [typeAt(args, 0).shape, typeAt(args, 1).shape]
    if (!sameShape(p, q)) throw new TypeProblem(`kl needs equal shapes, not ${printShape(p)} and ${printShape(q)}.`)
    return { shape: [], integer: false }
  },
  float64(args) {
    const [p, q] = [argument(args, 0).data, argument(args, 1).data]
    return scalar64(p.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log(x / (q[i] ?? 0))), 0))
  },
  tfjs(tf, args) {
    const flat = [argument(args, 0), argument(args, 1)].map((x) => reshapeRows(x, [x.size / (x.shape[0] ?? 1)]))
    const [p, q] = align([argument(flat, 0), argument(flat, 1)])
    const none = tf.equal(p, 0)
    const ratio = tf.div(tf.where(none, tf.onesLike(p), p), q)
    return tf.sum(tf.mul(p, tf.log(tf.where(tf.logicalAnd(none, tf.equal(q, 0)), tf.onesLike(ratio), ratio))), 1)
  },
}
