import { unary } from './elementwise.ts'

export const ln = unary({
  name: 'ln',
  summary: 'The natural logarithm of every entry; the same as log.',
  example: 'ln(x)',
  gradient: ['g ./ x'],
  integers: 'lost',
  float64: Math.log,
  tfjs: (tf, x) => tf.log(x),
})
