import { ranked, takes, typeAt } from './check.ts'
import { alongLines } from './gradient-texts.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { argument } from './tensor64.ts'

export const softmax: Operation = {
  name: 'softmax',
  summary: 'exp(x) / Σ exp(x) along a vector, or along each row of a matrix.',
  example: 'softmax(e)',
  gradient: ({ shape }) => [`y .* (g - ${alongLines(shape)('g .* y')})`],
  check(args) {
    takes('softmax', args, 1)
    return { shape: ranked('softmax', typeAt(args, 0), [1, 2, 3], 'a vector or a matrix'), integer: false }
  },
  float64: (args) =>
    mapLines(argument(args, 0), (line) => {
      const largest = line.reduce((a, b) => Math.max(a, b), -Infinity)
      const sum = line.reduce((a, b) => a + Math.exp(b - largest), 0)
      return line.map((x) => Math.exp(x - largest) / sum)
    }),
  tfjs(tf, args) {
    const x = argument(args, 0)
    const shifted = tf.sub(x, tf.max(x, -1, true))
    return tf.div(tf.exp(shifted), tf.sum(tf.exp(shifted), -1, true))
  },
}
