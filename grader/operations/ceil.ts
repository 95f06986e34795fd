import { unary } from './elementwise.ts'
import { wholeBelow, wholeBelowTfjs } from './floor.ts'

export const ceil = unary({
  name: 'ceil',
  summary: 'The smallest integer that is not below the entry.',
  example: 'ceil(n / 2)',
  noGradient: 'it jumps and is constant in between',
  integers: 'always',
  // 0 - … rather than -…, so that no negative zero is shown
  float64: (x) => 0 - wholeBelow(-x),
  tfjs: (tf, x) => tf.sub(0, wholeBelowTfjs(tf, tf.neg(x))),
})
