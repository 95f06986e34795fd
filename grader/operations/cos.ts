import { unary } from './elementwise.ts'
import { cosineTfjs } from './trigonometry-tfjs.ts'

export const cos = unary({
  name: 'cos',
  summary: 'The cosine of every entry, in radians.',
  example: 'cos(x)',
  gradient: ['-g .* sin(x)'],
  integers: 'lost',
  float64: Math.cos,
  tfjs: cosineTfjs,
})
