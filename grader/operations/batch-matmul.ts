import type { Tensor } from '@tensorflow/tfjs'
import type { Tfjs } from './operation.ts'

/**
 * The only matrix product of the operations: [rows, m, k] × [rows, k, n], either side transposed on request.
 *
 * tfjs-wasm 4.22 multiplies single matrices with XNNPACK, whose packed right-hand side is cached under the tensor's data
 * and not under its shape: the same data multiplied once as [2, 1] and once as [1, 2] gives garbage or reads beyond its
 * memory. A right-hand side with data of its own is packed anew. Batches of more rows take another path and are right.
 *
 * tfjs-webgpu 4.22 reads whole tiles, beyond a matrix into the next row's, and multiplies by zero what does not belong
 * there: an infinity or NaN of one row makes NaN of its neighbours, which are other students. So it gets finite entries.
 */
export function batchMatMul(tf: Tfjs, a: Tensor, b: Tensor, transposeA = false, transposeB = false): Tensor {
  const single = a.size === matrixSize(a) && b.size === matrixSize(b)
  if (tf.getBackend() === 'webgpu') return tf.matMul(finite(tf, a), finite(tf, b), transposeA, transposeB)
  return tf.matMul(a, single ? tf.mul(b, 1) : b, transposeA, transposeB)
}

// large enough that what comes of it agrees with nothing
const overflow = 3e38

function finite(tf: Tfjs, x: Tensor): Tensor {
  return tf.where(tf.isFinite(x), x, tf.fill(x.shape, overflow))
}

function matrixSize(tensor: Tensor): number {
  return (tensor.shape.at(-1) ?? 1) * (tensor.shape.at(-2) ?? 1)
}
