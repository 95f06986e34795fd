import { unary } from './elementwise.ts'
import { normalCdf64, normalCdfTfjs } from './normal-cdf.ts'

export const gelu = unary({
  name: 'gelu',
  summary: 'The exact Gaussian error linear unit x Φ(x) of every entry (not the tanh approximation).',
  example: 'gelu(x)',
  gradient: ['g .* (Phi(x) + x .* phi(x))'],
  integers: 'lost',
  float64: (x) => x * normalCdf64(x),
  tfjs: (tf, x) => tf.mul(x, normalCdfTfjs(tf, x)),
})
