import { binary } from './elementwise.ts'
import { wholeBelow, wholeBelowTfjs } from './floor.ts'

export const mod = binary({
  name: 'mod',
  summary: 'The remainder a - b floor(a / b), entry by entry: it has the sign of b.',
  example: 'mod(i, 2)',
  gradient: ['g', '-g .* floor(x_1 ./ x_2)'],
  integers: 'kept',
  float64: (a, b) => a - b * wholeBelow(a / b),
  tfjs: (tf, a, b) => tf.sub(a, tf.mul(b, wholeBelowTfjs(tf, tf.div(a, b)))),
})
