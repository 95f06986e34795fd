import { unary } from './elementwise.ts'

export const negate = unary({
  name: 'negate',
  summary: 'Every entry with the opposite sign.',
  example: '-x',
  gradient: ['-g'],
  integers: 'kept',
  float64: (x) => -x,
  tfjs: (tf, x) => tf.neg(x),
})
