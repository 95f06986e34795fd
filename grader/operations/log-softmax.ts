import { ranked, takes, typeAt } from './check.ts'
import { alongLines } from './gradient-texts.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { argument } from './tensor64.ts'

export const logSoftmax: Operation = {
  name: 'log_softmax',
  summary: 'The logarithm of softmax, along a vector or along each row of a matrix.',
  example: '-log_softmax(z)[k]',
  gradient: ({ shape }) => [`g - softmax(x) .* ${alongLines(shape)('g')}`],
  check(args) {
    takes('log_softmax', args, 1)
    return { shape: ranked('log_softmax', typeAt(args, 0), [1, 2, 3], 'a vector or a matrix'), integer: false }
  },
  float64: (args) =>
    mapLines(argument(args, 0), (line) => {
      const largest = line.reduce((a, b) => Math.max(a, b), -Infinity)
      const sum = line.reduce((a, b) => a + Math.exp(b - largest), 0)
      return line.map((x) => x - largest - Math.log(sum))
    }),
  tfjs(tf, args) {
    const x = argument(args, 0)
    const shifted = tf.sub(x, tf.max(x, -1, true))
    return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), -1, true)))
  },
}
