import { unary } from './elementwise.ts'

export const abs = unary({
  name: 'abs',
  summary: 'The absolute value of every entry.',
  example: 'abs(w)',
  gradient: ['g .* sign(x)'],
  integers: 'kept',
  float64: Math.abs,
  tfjs: (tf, x) => tf.abs(x),
})
