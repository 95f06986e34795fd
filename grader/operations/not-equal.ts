import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const notEqual = binary({
  name: 'not_equal',
  summary: '1 where the entries differ, else 0.',
  example: 'i != j',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a === b ? 0 : 1),
  tfjs: (tf, a, b) => indicator(tf, tf.notEqual(a, b)),
})
