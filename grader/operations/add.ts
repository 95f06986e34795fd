import { binary } from './elementwise.ts'

export const add = binary({
  name: 'add',
  summary: 'The sum, entry by entry; a scalar is added to every entry.',
  example: 'W x + b',
  gradient: ['g', 'g'],
  integers: 'kept',
  float64: (a, b) => a + b,
  tfjs: (tf, a, b) => tf.add(a, b),
})
