import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const less = binary({
  name: 'less',
  summary: '1 where the left entry is below the right one, else 0.',
  example: 't < S',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a < b ? 1 : 0),
  tfjs: (tf, a, b) => indicator(tf, tf.less(a, b)),
})
