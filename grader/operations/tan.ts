import { unary } from './elementwise.ts'

export const tan = unary({
  name: 'tan',
  summary: 'The tangent of every entry, in radians.',
  example: 'tan(x)',
  integers: 'lost',
  float64: Math.tan,
  tfjs: (tf, x) => tf.div(tf.sin(x), tf.cos(x)),
})
