import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from './batch-matmul.ts'
import type { Tfjs } from './operation.ts'
import { axis } from './tensor64.ts'
import { placeOf, type Windows } from './windows.ts'

/**
 * 0/1 matrix [windows · kernel, n] of one axis: row (o, k) selects the place of entry k of window o, or nothing where
 * that lies in the padding. A product with it is exact on every backend, batched and differentiable.
 */
function selection(tf: Tfjs, along: 'height' | 'width', windows: Windows): Tensor {
  const n = windows[along]
  const count = along === 'height' ? windows.outHeight : windows.outWidth
  const kernel = windows.kernel[along === 'height' ? 0 : 1]
  const data = new Float32Array(count * kernel * n)
  for (let o = 0; o < count; o++) {
    for (let k = 0; k < kernel; k++) {
      const place = placeOf(o, k, windows)
      if (place >= 0 && place < n) data[(o * kernel + k) * n + place] = 1
    }
  }
  return tf.tensor(data, [1, count * kernel, n], 'float32')
}

/** All windows of maps [rows, C, height, width], as [rows, C, kh, kw, outHeight, outWidth]; padding reads as 0. */
export function extractWindows(tf: Tfjs, x: Tensor, windows: Windows): Tensor {
  const [rows, channels] = [axis(x.shape, 0), axis(x.shape, 1)]
  const { height, width, kernel, outHeight, outWidth } = windows
  const maps = x.reshape([rows * channels, height, width])
  const tall = batchMatMul(tf, selection(tf, 'height', windows), maps)
  const all = batchMatMul(tf, tall, selection(tf, 'width', windows), false, true)
  return tf
    .transpose(all.reshape([rows * channels, outHeight, kernel[0], outWidth, kernel[1]]), [0, 2, 4, 1, 3])
    .reshape([rows, channels, kernel[0], kernel[1], outHeight, outWidth])
}

/** The adjoint of extractWindows: adds every entry of every window to its place on the maps. */
export function scatterWindows(tf: Tfjs, entries: Tensor, windows: Windows): Tensor {
  const [rows, channels] = [axis(entries.shape, 0), axis(entries.shape, 1)]
  const { height, width, kernel, outHeight, outWidth } = windows
  const maps = rows * channels
  const parts = tf.transpose(entries.reshape([maps, kernel[0], kernel[1], outHeight, outWidth]), [0, 3, 1, 4, 2])
  const all = parts.reshape([maps, outHeight * kernel[0], outWidth * kernel[1]])
  const narrow = batchMatMul(tf, all, selection(tf, 'width', windows))
  return batchMatMul(tf, selection(tf, 'height', windows), narrow, true, false).reshape([rows, channels, height, width])
}

/** 1 where an entry of a window lies on the map, 0 in the padding: [1, 1, kh · kw, outHeight · outWidth]. */
export function insideMask(windows: Windows): Float32Array {
  const { kernel, outHeight, outWidth, height, width } = windows
  const data = new Float32Array(kernel[0] * kernel[1] * outHeight * outWidth)
  let at = 0
  for (let a = 0; a < kernel[0]; a++) {
    for (let b = 0; b < kernel[1]; b++) {
      for (let i = 0; i < outHeight; i++) {
        for (let j = 0; j < outWidth; j++) {
          const [y, x] = [placeOf(i, a, windows), placeOf(j, b, windows)]
          data[at++] = y >= 0 && y < height && x >= 0 && x < width ? 1 : 0
        }
      }
    }
  }
  return data
}
