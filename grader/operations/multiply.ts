import { binary } from './elementwise.ts'

export const multiply = binary({
  name: 'multiply',
  summary: 'The product entry by entry (⊙), or a tensor scaled by a scalar.',
  example: 'i .* c',
  integers: 'kept',
  float64: (a, b) => a * b,
  tfjs: (tf, a, b) => tf.mul(a, b),
})
