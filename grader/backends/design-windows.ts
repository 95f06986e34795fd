import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from '../operations/batch-matmul.ts'
import type { Tfjs } from '../operations/operation.ts'
import { axis } from '../operations/tensor64.ts'
import type { Windows } from '../operations/windows.ts'

/**
 * The windows of one padded map [1, C, H, W], entry by entry: kh · kw tensors [C, outHeight, outWidth], row by row of the
 * window. Slices copy and no more, so this costs far less than the products that serve many maps at once, and has a
 * gradient on every backend.
 */
export function windowEntries(tf: Tfjs, x: Tensor, { kernel, stride, outHeight, outWidth }: Windows): Tensor[] {
  const channels = axis(x.shape, 1)
  const phases = byPhase(tf, x, stride)
  const entries: Tensor[] = []
  for (let a = 0; a < kernel[0]; a++) {
    for (let b = 0; b < kernel[1]; b++) {
      const phase = (a % stride) * stride + (b % stride)
      const from = [phase, 0, Math.floor(a / stride), Math.floor(b / stride)]
      const entry = tf.slice(phases, from, [1, channels, outHeight, outWidth])
      entries.push(entry.reshape([channels, outHeight, outWidth]))
    }
  }
  return entries
}

/**
 * The places of a map that are a stride apart, together: [stride · stride, C, ⌈H/stride⌉, ⌈W/stride⌉]. Of four axes, for
 * tfjs-wasm copies slices of more one number at a time.
 */
function byPhase(tf: Tfjs, x: Tensor, stride: number): Tensor {
  const [, channels = 1, height = 1, width = 1] = x.shape
  if (stride === 1) return x
  const [tall, wide] = [Math.ceil(height / stride), Math.ceil(width / stride)]
  const [below, right] = [tall * stride - height, wide * stride - width]
  const whole =
    below + right > 0
      ? tf.pad(x, [
          [0, 0],
          [0, 0],
          [0, below],
          [0, right],
        ])
      : x
  const apart = tf.transpose(whole.reshape([channels * tall, stride, wide, stride]), [1, 3, 0, 2])
  return apart.reshape([stride * stride, channels, tall, wide])
}

/**
 * a [m, k] × b [k, n]. Its gradient multiplies by transposed copies: tfjs-wasm has a fast product only for matrices that
 * lie as they are multiplied.
 */
export function product(tf: Tfjs, a: Tensor, b: Tensor): Tensor {
  const multiply = (l: Tensor, r: Tensor) => {
    return batchMatMul(tf, l.reshape([1, ...l.shape]), r.reshape([1, ...r.shape])).squeeze<Tensor>([0])
  }
  return tf.customGrad((...given) => {
    const [left, right, save] = given as unknown as [Tensor, Tensor, (kept: Tensor[]) => void]
    save([left, right])
    return {
      value: multiply(left, right),
      gradFunc: (dy: Tensor, [l, r]: Tensor[]) => [
        multiply(dy, tf.transpose(r as Tensor)),
        multiply(tf.transpose(l as Tensor), dy),
      ],
    }
  })(a, b)
}
