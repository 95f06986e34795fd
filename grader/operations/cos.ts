import { unary } from './elementwise.ts'

export const cos = unary({
  name: 'cos',
  summary: 'The cosine of every entry, in radians.',
  example: 'cos(x)',
  integers: 'lost',
  float64: Math.cos,
  tfjs: (tf, x) => tf.cos(x),
})
