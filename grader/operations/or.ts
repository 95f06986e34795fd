import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const or = binary({
  name: 'or',
  summary: '1 where an entry of either is not 0, else 0.',
  example: 'j < 1 or j > M',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  tfjs: (tf, a, b) => indicator(tf, tf.add(tf.abs(tf.sign(a)), tf.abs(tf.sign(b))).greater(0)),
})
