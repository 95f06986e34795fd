import { binary } from './elementwise.ts'

export const subtract = binary({
  name: 'subtract',
  summary: 'The difference, entry by entry; a scalar stands beside every entry.',
  example: '1 - i',
  gradient: ['g', '-g'],
  integers: 'kept',
  float64: (a, b) => a - b,
  tfjs: (tf, a, b) => tf.sub(a, b),
})
