import type { Tensor } from '@tensorflow/tfjs'
import type { Layer } from '../answers/layer.ts'
import type { Tfjs } from '../operations/operation.ts'
import { axis } from '../operations/tensor64.ts'
import { layerWindows } from './design-geometry.ts'
import { product, windowEntries } from './design-windows.ts'

/** Weights and biases of a layer of its input's shape [height, width, channels] or [n]; none for most kinds. */
export function weightShapes(layer: Layer, shape: readonly number[]): number[][] {
  const units = layer.units ?? 1
  if (layer.layer === 'dense') return [[shape[0] ?? 1, units], [units]]
  if (layer.layer !== 'conv') return []
  return [[1, units, shape[2] ?? 1, ...(layer.kernel ?? [1, 1])], [units]]
}

/** One layer on x, [1, C, H, W] or [1, n], built of products and sums that have gradients on every backend. */
export function applyLayer(tf: Tfjs, layer: Layer, x: Tensor, weights: readonly Tensor[]): Tensor {
  return activate(tf, layer.activation, bare(tf, layer, x, weights))
}

function bare(tf: Tfjs, layer: Layer, x: Tensor, [w, b]: readonly Tensor[]): Tensor {
  switch (layer.layer) {
    case 'conv': {
      if (!w || !b) throw new Error('A convolution needs weights.')
      return convolve(tf, cut(tf, layer, x, 0), w, b)
    }
    case 'maxpool': {
      return asMap(cut(tf, layer, x, -1e30).reduce((largest, entry) => tf.maximum(largest, entry)))
    }
    case 'avgpool': {
      const entries = cut(tf, layer, x, 0)
      // not addN, which on WebGPU takes seven tensors and no more
      const sum = entries.reduce((all, entry) => tf.add(all, entry))
      return asMap(tf.div(sum, entries.length))
    }
    case 'globalavgpool':
      return tf.mean(x, [2, 3])
    case 'flatten':
      return x.reshape([1, x.size])
    case 'dense':
      if (!w || !b) throw new Error('A dense layer needs weights.')
      return tf.add(product(tf, x.reshape([1, x.size]), w), b)
    case 'dropout':
      // every other entry dropped and the rest doubled: the same run every time
      return tf.mul(
        x,
        tf.tensor(
          Float32Array.from({ length: x.size }, (_, i) => 2 * (i % 2)),
          x.shape,
        ),
      )
  }
}

const asMap = (y: Tensor): Tensor => y.reshape([1, ...y.shape])

/** w [1, units, C, kh, kw] over the entries of windows, each [C, outHeight, outWidth], and b [units]. */
function convolve(tf: Tfjs, entries: readonly Tensor[], w: Tensor, b: Tensor): Tensor {
  const [, units = 1, channels = 1] = w.shape
  const [, outHeight = 1, outWidth = 1] = entries[0]?.shape ?? []
  const columns = tf.concat([...entries], 0).reshape([entries.length * channels, outHeight * outWidth])
  // the columns have the channels within the entries, the weights the other way round
  const rows = tf.transpose(w.reshape([units, channels, entries.length]), [0, 2, 1]).reshape([units, -1])
  return tf.add(product(tf, rows, columns), b.reshape([units, 1])).reshape([1, units, outHeight, outWidth])
}

/** The entries of a layer's windows over x, [1, C, H, W], with `outside` in the padding. */
function cut(tf: Tfjs, layer: Layer, x: Tensor, outside: number): Tensor[] {
  const { pads, windows } = layerWindows(layer, axis(x.shape, 2), axis(x.shape, 3))
  const padded = pads.flat().some((p) => p > 0) ? tf.pad(x, [[0, 0], [0, 0], ...pads], outside) : x
  return windowEntries(tf, padded, windows)
}

function activate(tf: Tfjs, activation: Layer['activation'], x: Tensor): Tensor {
  switch (activation) {
    case 'none':
      return x
    case 'relu':
      return tf.relu(x)
    case 'sigmoid':
      return tf.sigmoid(x)
    case 'tanh':
      return tf.tanh(x)
    case 'softmax': {
      // over the channels of a map, or the entries of a vector
      const powers = tf.exp(tf.sub(x, tf.max(x, 1, true)))
      return tf.div(powers, tf.sum(powers, 1, true))
    }
  }
}
