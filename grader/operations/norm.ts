import { reduction } from './reduction.ts'

export const norm = reduction({
  name: 'norm',
  summary: 'The Euclidean norm: the root of the sum of all squared entries.',
  example: 'norm(x)',
  // 0 at the origin, as in torch
  gradient: ['(g / cases(y if y > 0, 1)) x'],
  keepsIntegers: false,
  float64: (entries) => Math.sqrt(entries.reduce((sum, x) => sum + x * x, 0)),
  tfjs: (tf, x) => tf.sqrt(tf.sum(tf.square(x), 1)),
})
