import { unary } from './elementwise.ts'

export const relu = unary({
  name: 'relu',
  summary: 'The larger of 0 and the entry, for every entry.',
  example: 'relu(W x + b)',
  integers: 'kept',
  float64: (x) => Math.max(x, 0),
  tfjs: (tf, x) => tf.relu(x),
})
