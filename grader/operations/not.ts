import { unary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const not = unary({
  name: 'not',
  summary: '1 where an entry is 0, else 0.',
  example: 'not (i < 2)',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (x) => (x === 0 ? 1 : 0),
  tfjs: (tf, x) => indicator(tf, tf.equal(x, 0)),
})
