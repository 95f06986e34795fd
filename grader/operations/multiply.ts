import { binary } from './elementwise.ts'

export const multiply = binary({
  name: 'multiply',
  summary: 'The product entry by entry (⊙), or a tensor scaled by a scalar.',
  example: 'i .* c',
  gradient: ['g .* x_2', 'g .* x_1'],
  integers: 'kept',
  float64: (a, b) => a * b,
  tfjs: (tf, a, b) => tf.mul(a, b),
})
