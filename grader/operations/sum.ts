import { reduction, total } from './reduction.ts'

export const sum = reduction({
  name: 'sum',
  summary: 'The sum of all entries.',
  example: 'sum(x)',
  gradient: ['g'],
  keepsIntegers: true,
  float64: total,
  tfjs: (tf, x) => tf.sum(x, 1),
})
