import { unary } from './elementwise.ts'
import { cosineTfjs, sineTfjs } from './trigonometry-tfjs.ts'

export const tan = unary({
  name: 'tan',
  summary: 'The tangent of every entry, in radians.',
  example: 'tan(x)',
  gradient: ['g .* (1 + y .* y)'],
  integers: 'lost',
  float64: Math.tan,
  tfjs: (tf, x) => tf.div(sineTfjs(tf, x), cosineTfjs(tf, x)),
})
