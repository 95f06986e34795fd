import type { Tensor } from '@tensorflow/tfjs'
import { unary } from './elementwise.ts'
import type { Tfjs } from './operation.ts'

// A quotient of integers that comes out whole may be an ulp below it (a GPU divides to 2.5 ulp, and 0.3 / 0.1 is below 3
// in float64 too): within these distances, relative to the value, it is the whole number.
const near64 = 1e-12
const near32 = 6e-7

/** The largest whole number ≤ x, where an x within rounding of a whole number is that number. */
export function wholeBelow(x: number): number {
  const whole = Math.round(x)
  return Math.abs(x - whole) <= near64 * Math.abs(whole) ? whole : Math.floor(x)
}

export function wholeBelowTfjs(tf: Tfjs, x: Tensor): Tensor {
  const whole = tf.floor(tf.add(x, 0.5))
  const close = tf.lessEqual(tf.abs(tf.sub(x, whole)), tf.mul(tf.abs(whole), near32))
  return tf.where(close, whole, tf.floor(x))
}

export const floor = unary({
  name: 'floor',
  summary: 'The largest integer that is not above the entry.',
  example: 'floor((W - F + 2P)/S) + 1',
  noGradient: 'it jumps and is constant in between',
  integers: 'always',
  float64: wholeBelow,
  tfjs: wholeBelowTfjs,
})
