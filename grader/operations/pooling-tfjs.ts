import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from './batch-matmul.ts'
import type { Tfjs } from './operation.ts'
import { divisors } from './pooling-float64.ts'
import { indicator } from './rows.ts'
import { axis } from './tensor64.ts'
import { placeOf, type Windows, windowSize } from './windows.ts'
import { extractWindows, insideMask, scatterWindows } from './windows-tfjs.ts'

// Not the pooling kernels: the max-pool gradient of wasm is wrong for windows without a positive entry, that of webgpu
// takes the last of a tie, and average pooling never counts the padding.

/** Windows flattened: [rows, C, kh · kw, outHeight · outWidth], with -1e30 in the padding so that it is never largest. */
function flatWindows(tf: Tfjs, x: Tensor, windows: Windows): Tensor {
  const [size, count] = [windowSize(windows), windows.outHeight * windows.outWidth]
  const entries = extractWindows(tf, x, windows).reshape([axis(x.shape, 0), axis(x.shape, 1), size, count])
  const outside = insideMask(windows).map((inside) => (inside ? 0 : -1e30))
  return outside.some((v) => v !== 0) ? tf.add(entries, tf.tensor(outside, [1, 1, size, count], 'float32')) : entries
}

export function maxPoolTfjs(tf: Tfjs, x: Tensor, windows: Windows): Tensor {
  const largest = tf.max(flatWindows(tf, x, windows), 2)
  return largest.reshape([axis(x.shape, 0), axis(x.shape, 1), windows.outHeight, windows.outWidth])
}

/** 1 at the first largest entry of every window, else 0; shaped like flatWindows. */
export function firstLargest(tf: Tfjs, x: Tensor, windows: Windows): Tensor {
  const entries = flatWindows(tf, x, windows)
  const size = windowSize(windows)
  const largest = indicator(tf, tf.equal(entries, tf.max(entries, 2, true)))
  const before = new Float32Array(size * size)
  for (let i = 0; i < size; i++) before.fill(1, i * size, i * size + i)
  const flat = largest.reshape([axis(x.shape, 0) * axis(x.shape, 1), size, windows.outHeight * windows.outWidth])
  const earlier = batchMatMul(tf, tf.tensor(before, [1, size, size], 'float32'), flat).reshape(entries.shape)
  return tf.mul(largest, indicator(tf, tf.equal(earlier, 0)))
}

/** The place on its map, from 1, of the first largest entry of every window. */
export function largestPlacesTfjs(tf: Tfjs, x: Tensor, windows: Windows): Tensor {
  const { kernel, outHeight, outWidth, width } = windows
  const places = Float32Array.from({ length: windowSize(windows) * outHeight * outWidth }, (_, at) => {
    const [entry, window] = [Math.floor(at / (outHeight * outWidth)), at % (outHeight * outWidth)]
    const row = placeOf(Math.floor(window / outWidth), Math.floor(entry / kernel[1]), windows)
    return row * width + placeOf(window % outWidth, entry % kernel[1], windows) + 1
  })
  const table = tf.tensor(places, [1, 1, windowSize(windows), outHeight * outWidth], 'float32')
  const chosen = tf.sum(tf.mul(firstLargest(tf, x, windows), table), 2)
  return chosen.reshape([axis(x.shape, 0), axis(x.shape, 1), outHeight, outWidth])
}

export function maxPoolGradientTfjs(tf: Tfjs, x: Tensor, gy: Tensor, windows: Windows): Tensor {
  const count = windows.outHeight * windows.outWidth
  const gradients = gy.reshape([axis(gy.shape, 0), axis(gy.shape, 1), 1, count])
  return scatterFlat(tf, tf.mul(firstLargest(tf, x, windows), gradients), windows)
}

function scatterFlat(tf: Tfjs, entries: Tensor, windows: Windows): Tensor {
  const [rows, channels] = [axis(entries.shape, 0), axis(entries.shape, 1)]
  const shape = [rows, channels, windows.kernel[0], windows.kernel[1], windows.outHeight, windows.outWidth]
  return scatterWindows(tf, entries.reshape(shape), windows)
}

function divisorTensor(tf: Tfjs, windows: Windows, countPadding: boolean): Tensor {
  const data = Float32Array.from(divisors(windows, countPadding))
  return tf.tensor(data, [1, 1, windows.outHeight, windows.outWidth], 'float32')
}

export function averagePoolTfjs(tf: Tfjs, x: Tensor, windows: Windows, countPadding: boolean): Tensor {
  return tf.div(tf.sum(extractWindows(tf, x, windows), [2, 3]), divisorTensor(tf, windows, countPadding))
}

export function averagePoolGradientTfjs(tf: Tfjs, gy: Tensor, windows: Windows, countPadding: boolean): Tensor {
  const [rows, channels] = [axis(gy.shape, 0), axis(gy.shape, 1)]
  const [size, count] = [windowSize(windows), windows.outHeight * windows.outWidth]
  const shares = tf.div(gy, divisorTensor(tf, windows, countPadding)).reshape([rows, channels, 1, count])
  return scatterFlat(tf, tf.mul(shares, tf.ones([1, 1, size, 1])), windows)
}
