import { unary } from './elementwise.ts'

export const exp = unary({
  name: 'exp',
  summary: 'The exponential of every entry.',
  example: 'exp(x)',
  gradient: ['g .* y'],
  integers: 'lost',
  float64: Math.exp,
  tfjs: (tf, x) => tf.exp(x),
})
