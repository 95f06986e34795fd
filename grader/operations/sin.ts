import { unary } from './elementwise.ts'

export const sin = unary({
  name: 'sin',
  summary: 'The sine of every entry, in radians.',
  example: 'sin(x)',
  integers: 'lost',
  float64: Math.sin,
  tfjs: (tf, x) => tf.sin(x),
})
