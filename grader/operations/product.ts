import { reduction } from './reduction.ts'

export const product = reduction({
  name: 'product',
  summary: 'The product of all entries.',
  example: 'product(shape)',
  keepsIntegers: true,
  float64: (entries) => entries.reduce((a, b) => a * b, 1),
  tfjs: (tf, x, entries) =>
    tf
      .split(x, entries, 1)
      .reduce((a, b) => tf.mul(a, b))
      .reshape([-1]),
})
