import { unary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const step = unary({
  name: 'step',
  summary: '1 where an entry is above 0, else 0 (also at 0): the derivative of relu.',
  example: 'step(z)',
  noGradient: 'it jumps and is constant in between',
  integers: 'always',
  float64: (x) => (x > 0 ? 1 : 0),
  tfjs: (tf, x) => indicator(tf, tf.greater(x, 0)),
})
