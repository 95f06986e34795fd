import { extreme } from './extreme.ts'

export const max = extreme({
  name: 'max',
  summary: 'The largest of its arguments, entry by entry; of one tensor, its largest entry.',
  example: 'max(0, x)',
  beats: '>',
  float64: Math.max,
  start: -Infinity,
  tfjs: (tf, a, b) => tf.maximum(a, b),
  reduce: (tf, x, axes) => tf.max(x, axes),
})
