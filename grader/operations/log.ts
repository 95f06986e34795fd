import { unary } from './elementwise.ts'

export const log = unary({
  name: 'log',
  summary: 'The natural logarithm of every entry; the same as ln.',
  example: 'log(x)',
  gradient: ['g ./ x'],
  integers: 'lost',
  float64: Math.log,
  tfjs: (tf, x) => tf.log(x),
})
