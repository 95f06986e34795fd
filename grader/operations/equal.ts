import { binary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const equal = binary({
  name: 'equal',
  summary: '1 where the entries are equal, else 0.',
  example: 'i = j',
  noGradient: 'it is 0 or 1',
  integers: 'always',
  float64: (a, b) => (a === b ? 1 : 0),
  tfjs: (tf, a, b) => indicator(tf, tf.equal(a, b)),
})
