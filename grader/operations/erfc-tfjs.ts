import type { Tensor } from '@tensorflow/tfjs'
import type { Tfjs } from './operation.ts'

// Single-precision minimax polynomials of the Cephes library (Moshier), highest power first:
// erf(x) = x T(x²) on [0, 1]; erfc(x) = e^(-x²)/x P(1/x²) on [1, 2], e^(-x²)/x R(1/x²) beyond.
const nearZero = [
  7.853861353153693e-5, -8.010193625184903e-4, 5.188327685732524e-3, -2.685381193529856e-2, 1.128358514861418e-1,
  -3.7612625824233e-1, 1.12837916572671,
]
const middle = [
  2.326819970068386e-2, -1.387039388740657e-1, 3.687424674597105e-1, -5.824733027278666e-1, 6.210004621745983e-1,
  -4.944515323274145e-1, 3.404879937665872e-1, -2.741127028184656e-1, 5.638259427386472e-1,
]
const far = [
  -1.047766399936249e1, 1.297719955372516e1, -7.495518717768503, 2.921019019210786, -1.0152652792027,
  4.218463358204948e-1, -2.820767439740514e-1, 5.641895067754075e-1,
]

function polynomial(tf: Tfjs, coefficients: readonly number[], x: Tensor): Tensor {
  let value: Tensor = tf.zerosLike(x)
  for (const c of coefficients) value = tf.add(tf.mul(value, x), c)
  return value
}

/** erf(x) for |x| ≤ 1. */
function inner(tf: Tfjs, x: Tensor): Tensor {
  return tf.mul(x, polynomial(tf, nearZero, tf.square(x)))
}

/** erfc(x) for x ≥ 1, with its relative precision kept in the tail. */
function outer(tf: Tfjs, x: Tensor): Tensor {
  const inverse = tf.div(1, x)
  const y = tf.square(inverse)
  const polynomials = tf.where(tf.less(x, 2), polynomial(tf, middle, y), polynomial(tf, far, y))
  return tf.mul(tf.mul(tf.exp(tf.neg(tf.square(x))), inverse), polynomials)
}

/** The error function in float32 to about 1e-7 (the kernel of tfjs is no better absolutely, and far worse in the tail). */
export function erfTfjs(tf: Tfjs, x: Tensor): Tensor {
  const size = tf.abs(x)
  const tail = tf.sub(1, outer(tf, tf.maximum(size, 1)))
  return tf.where(tf.less(size, 1), inner(tf, x), tf.mul(tf.sign(x), tail))
}

/** erfc(x) = 1 - erf(x), relatively precise where x > 0. */
export function erfcTfjs(tf: Tfjs, x: Tensor): Tensor {
  const size = tf.abs(x)
  const tail = outer(tf, tf.maximum(size, 1))
  return tf.where(tf.less(size, 1), tf.sub(1, inner(tf, x)), tf.where(tf.less(x, 0), tf.sub(2, tail), tail))
}
