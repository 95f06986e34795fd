import { unary } from './elementwise.ts'

export const silu = unary({
  name: 'silu',
  summary: 'x sigmoid(x) of every entry, also called swish.',
  example: 'silu(x)',
  gradient: ['g .* (sigmoid(x) + y .* (1 - sigmoid(x)))'],
  integers: 'lost',
  float64: (x) => x / (1 + Math.exp(-x)),
  tfjs: (tf, x) => tf.mul(x, tf.sigmoid(x)),
})
