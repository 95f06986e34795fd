import { unary } from './elementwise.ts'

export const relu = unary({
  name: 'relu',
  summary: 'The larger of 0 and the entry, for every entry.',
  example: 'relu(W x + b)',
  gradient: ['cases(g if x > 0, 0)'],
  integers: 'kept',
  float64: (x) => Math.max(x, 0),
  tfjs: (tf, x) => tf.relu(x),
})
