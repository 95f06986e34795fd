import { unary } from './elementwise.ts'
import { sineTfjs } from './trigonometry-tfjs.ts'

export const sin = unary({
  name: 'sin',
  summary: 'The sine of every entry, in radians.',
  example: 'sin(x)',
  gradient: ['g .* cos(x)'],
  integers: 'lost',
  float64: Math.sin,
  tfjs: sineTfjs,
})
