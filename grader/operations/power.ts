import { allInteger } from './check.ts'
import { binary } from './elementwise.ts'

export const power = binary({
  name: 'power',
  summary: 'The left entry to the power of the right one, entry by entry; 0^0 is 1.',
  example: 't^(-1/2)',
  // an integer to a known power ≥ 0 stays one; 2^(-1) does not
  integers: (args, known) => allInteger(args) && (known[1] ?? -1) >= 0,
  float64: (a, b) => a ** b,
  tfjs: (tf, a, b) => tf.pow(a, b),
})
