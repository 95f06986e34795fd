import type { Tensor } from '@tensorflow/tfjs'
import type { Tfjs } from './operation.ts'

// π/2 in three parts, the first two of few bits, so that their products with whole numbers are exact
const parts = [1.5703125, 4.837512969970703e-4, 7.549789948768648e-8]
// polynomials on [-π/4, π/4], good to float32 (Cephes sinf, cosf)
const sineOf = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]
const cosineOf = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]

/**
 * Sine of x + turns · π/2. Not the kernel: WGSL promises an absolute error of 2^-11 for sine and cosine, and some adapters
 * take that much.
 */
function turned(tf: Tfjs, x: Tensor, turns: number): Tensor {
  const quarters = tf.floor(tf.add(tf.mul(x, 2 / Math.PI), 0.5))
  const rest = parts.reduce((r, part) => tf.sub(r, tf.mul(quarters, part)), x)
  const square = tf.square(rest)
  const polynomial = (coefficients: readonly number[]) =>
    coefficients
      .slice(1)
      .reduce<Tensor>((sum, c) => tf.add(tf.mul(sum, square), c), tf.fill(x.shape, coefficients[0] ?? 0))
  const sine = tf.add(rest, tf.mul(tf.mul(rest, square), polynomial(sineOf)))
  const cosine = tf.add(tf.sub(1, tf.mul(square, 0.5)), tf.mul(tf.square(square), polynomial(cosineOf)))
  const shifted = tf.add(quarters, turns)
  const quadrant = tf.sub(shifted, tf.mul(4, tf.floor(tf.mul(shifted, 0.25))))
  const odd = tf.logicalOr(tf.equal(quadrant, 1), tf.equal(quadrant, 3))
  const size = tf.where(odd, cosine, sine)
  return tf.where(tf.greaterEqual(quadrant, 2), tf.neg(size), size)
}

export function sineTfjs(tf: Tfjs, x: Tensor): Tensor {
  return turned(tf, x, 0)
}

export function cosineTfjs(tf: Tfjs, x: Tensor): Tensor {
  return turned(tf, x, 1)
}
