import { unary } from './elementwise.ts'

const height = 1 / Math.sqrt(2 * Math.PI)

export const normalDensity = unary({
  name: 'phi',
  summary: 'The density e^(-x²/2)/√(2π) of the standard normal distribution, of every entry.',
  example: 'phi(x)',
  gradient: ['-g .* x .* y'],
  integers: 'lost',
  float64: (x) => height * Math.exp((-x * x) / 2),
  tfjs: (tf, x) => tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), height),
})
