import { unary } from './elementwise.ts'

export const sigmoid = unary({
  name: 'sigmoid',
  summary: 'The logistic function 1 / (1 + exp(-x)) of every entry.',
  example: 'sigmoid(W x + b)',
  gradient: ['g .* y .* (1 - y)'],
  integers: 'lost',
  float64: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  tfjs: (tf, x) => tf.sigmoid(x),
})
