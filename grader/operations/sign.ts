import { unary } from './elementwise.ts'

export const sign = unary({
  name: 'sign',
  summary: 'The sign of every entry: -1, 0 or 1.',
  example: 'sign(w)',
  noGradient: 'it jumps and is constant in between',
  integers: 'always',
  float64: (x) => (x > 0 ? 1 : x < 0 ? -1 : x),
  tfjs: (tf, x) => tf.sign(x),
})
