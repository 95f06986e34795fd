import { extreme } from './extreme.ts'

export const min = extreme({
  name: 'min',
  summary: 'The smallest of its arguments, entry by entry; of one tensor, its smallest entry.',
  example: 'min(0, x)',
  beats: '<',
  float64: Math.min,
  start: Infinity,
  tfjs: (tf, a, b) => tf.minimum(a, b),
  reduce: (tf, x, axes) => tf.min(x, axes),
})
