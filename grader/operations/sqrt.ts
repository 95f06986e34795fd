import { unary } from './elementwise.ts'

export const sqrt = unary({
  name: 'sqrt',
  summary: 'The square root of every entry; a negative entry has none and makes the value not finite.',
  example: 'sqrt(d)',
  gradient: ['g ./ (2 y)'],
  integers: 'lost',
  float64: Math.sqrt,
  tfjs: (tf, x) => tf.sqrt(x),
})
