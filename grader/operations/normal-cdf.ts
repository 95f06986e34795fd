import type { Tensor } from '@tensorflow/tfjs'
import { unary } from './elementwise.ts'
import { erfc64 } from './erfc-float64.ts'
import { erfcTfjs } from './erfc-tfjs.ts'
import type { Tfjs } from './operation.ts'

/** Φ(x) = ½ erfc(-x/√2): unlike ½ (1 + erf(x/√2)) it keeps its precision in the left tail. */
export function normalCdf64(x: number): number {
  return erfc64(-x * Math.SQRT1_2) / 2
}

export function normalCdfTfjs(tf: Tfjs, x: Tensor): Tensor {
  return tf.mul(erfcTfjs(tf, tf.mul(x, -Math.SQRT1_2)), 0.5)
}

export const normalCdf = unary({
  name: 'Phi',
  summary: 'The distribution function of the standard normal distribution, of every entry.',
  example: 'x .* Phi(x)',
  gradient: ['g .* phi(x)'],
  integers: 'lost',
  float64: normalCdf64,
  tfjs: normalCdfTfjs,
})
