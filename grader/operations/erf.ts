import { unary } from './elementwise.ts'
import { erf64 } from './erfc-float64.ts'
import { erfTfjs } from './erfc-tfjs.ts'

export const erf = unary({
  name: 'erf',
  summary: 'The error function 2/√π ∫₀ˣ e^(-t²) dt of every entry.',
  example: 'erf(x / sqrt(2))',
  gradient: ['(2 / sqrt(pi)) g .* exp(-x .* x)'],
  integers: 'lost',
  float64: erf64,
  tfjs: erfTfjs,
})
