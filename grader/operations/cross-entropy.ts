import { printShape, TypeProblem } from '../language/types.ts'
import { ranked, requireScalar, sameShape, takes, typeAt } from './check.ts'
import { logSoftmax } from './log-softmax.ts'
import type { Operation } from './operation.ts'
import { indicator, reshapeRows } from './rows.ts'
import { argument, axis, scalar64 } from './tensor64.ts'

export const crossEntropy: Operation = {
  name: 'cross_entropy',
  summary:
    'Cross-entropy in nats of logits with the right class (from 1), or the mean over rows of logits with one class a row; a third argument smooths the labels: that share is spread over all classes.',
  example: 'cross_entropy(z, k, 0.1)',
  gradient({ shapes: [z = [], , ...more] }) {
    const classes = axis(z, -1)
    const share = more.length > 0 ? 'x_3' : '0'
    const target = `((1 - ${share}) one_hot(x_2, ${classes}) + ${share} / ${classes})`
    const mean = z.length === 1 ? 'g' : `(g / ${axis(z, 0)})`
    return [
      `${mean} (softmax(x_1) - ${target})`,
      null,
      `${mean} sum((one_hot(x_2, ${classes}) - 1 / ${classes}) .* log_softmax(x_1))`,
    ]
  },
  check(args) {
    takes('cross_entropy', args, 2, 3)
    const z = ranked('cross_entropy', typeAt(args, 0), [1, 2], 'a vector or a matrix of logits')
    const k = typeAt(args, 1).shape
    if (!sameShape(k, z.slice(0, -1))) {
      const wanted = z.length === 1 ? 'one class' : `${z[0]} classes`
      throw new TypeProblem(`cross_entropy needs ${wanted} for logits of ${printShape(z)}, not ${printShape(k)}.`)
    }
    if (args[2]) requireScalar('cross_entropy', args[2], 'The smoothing')
    return { shape: [], integer: false }
  },
  float64(args) {
    const [z, k, share] = [argument(args, 0), argument(args, 1).data, args[2]?.data[0] ?? 0]
    const classes = axis(z.shape, -1)
    const logs = logSoftmax.float64([z], []).data
    let sum = 0
    for (const [i, log] of logs.entries()) {
      const right = k[Math.floor(i / classes)] === (i % classes) + 1 ? 1 - share : 0
      sum -= (right + share / classes) * log
    }
    return scalar64(sum / k.length)
  },
  tfjs(tf, args, _statics, shapes) {
    const [z, k] = [argument(args, 0), argument(args, 1)]
    const classes = axis(z.shape, -1)
    const lines = reshapeRows(logSoftmax.tfjs(tf, [z], [], shapes), [z.size / (axis(z.shape, 0) * classes), classes])
    const places = tf.range(1, classes + 1, 1, 'float32').reshape([1, 1, classes])
    const hot = indicator(tf, tf.equal(places, reshapeRows(k, [axis(lines.shape, 1), 1])))
    const share = reshapeRows(args[2] ?? tf.fill([1], 0), [1, 1])
    const target = tf.add(tf.mul(hot, tf.sub(1, share)), tf.div(share, classes))
    return tf.neg(tf.mean(tf.sum(tf.mul(target, lines), 2), 1))
  },
}
