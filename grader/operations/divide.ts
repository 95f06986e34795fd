import { binary } from './elementwise.ts'

export const divide = binary({
  name: 'divide',
  summary: 'The quotient, entry by entry; a scalar divides or is divided by every entry.',
  example: 'h / (1 - p)',
  gradient: ['g ./ x_2', '-g .* y ./ x_2'],
  integers: 'lost',
  float64: (a, b) => a / b,
  tfjs: (tf, a, b) => tf.div(a, b),
})
