import type { Tensor } from '@tensorflow/tfjs'
import type { Layer } from '../answers/layer.ts'
import { batchMatMul } from '../operations/batch-matmul.ts'
import { convolveTfjs } from '../operations/convolution-tfjs.ts'
import type { Tfjs } from '../operations/operation.ts'
import { averagePoolTfjs, maxPoolTfjs } from '../operations/pooling-tfjs.ts'
import { axis } from '../operations/tensor64.ts'
import { layerWindows } from './design-geometry.ts'

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
      const { padded, windows } = cut(tf, layer, x, 0)
      return tf.add(convolveTfjs(tf, padded, w, { ...windows, groups: 1 }), b.reshape([1, axis(b.shape, 0), 1, 1]))
    }
    case 'maxpool': {
      const { padded, windows } = cut(tf, layer, x, -1e30)
      return maxPoolTfjs(tf, padded, windows)
    }
    case 'avgpool': {
      const { padded, windows } = cut(tf, layer, x, 0)
      return averagePoolTfjs(tf, padded, windows, true)
    }
    case 'globalavgpool':
      return tf.mean(x, [2, 3])
    case 'flatten':
      return x.reshape([1, x.size])
    case 'dense':
      if (!w || !b) throw new Error('A dense layer needs weights.')
      return tf.add(batchMatMul(tf, x.reshape([1, x.size]), w), b)
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

function cut(tf: Tfjs, layer: Layer, x: Tensor, outside: number) {
  const { pads, windows } = layerWindows(layer, axis(x.shape, 2), axis(x.shape, 3))
  const padded = pads.flat().some((p) => p > 0) ? tf.pad(x, [[0, 0], [0, 0], ...pads], outside) : x
  return { padded, windows }
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
