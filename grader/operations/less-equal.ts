import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const lessEqual = binary({
  name: 'less_equal',
  summary: '1 where the left entry is at most the right one, else 0.',
  example: 't <= S',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a <= b ? 1 : 0),
  tfjs: (tf, a, b) => indicator(tf, tf.lessEqual(a, b)),
})
