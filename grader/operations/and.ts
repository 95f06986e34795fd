import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const and = binary({
  name: 'and',
  summary: '1 where both entries are not 0, else 0.',
  example: '1 <= j and j <= M',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  tfjs: (tf, a, b) => indicator(tf, tf.logicalAnd(tf.notEqual(a, 0), tf.notEqual(b, 0))),
})
