import { unary } from './elementwise.ts'

export const tanh = unary({
  name: 'tanh',
  summary: 'The hyperbolic tangent of every entry.',
  example: 'tanh(W x + b)',
  gradient: ['g .* (1 - y .* y)'],
  integers: 'lost',
  float64: Math.tanh,
  tfjs: (tf, x) => tf.tanh(x),
})
