import { unary } from './elementwise.ts'

export const softplus = unary({
  name: 'softplus',
  summary: 'ln(1 + exp(x)) of every entry.',
  example: 'softplus(x)',
  gradient: ['g .* sigmoid(x)'],
  integers: 'lost',
  float64: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  tfjs: (tf, x) => tf.add(tf.relu(x), tf.log(tf.add(tf.exp(tf.neg(tf.abs(x))), 1))),
})
