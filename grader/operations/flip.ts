import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from './batch-matmul.ts'
import { ranked, takes, typeAt } from './check.ts'
import type { Operation, Tfjs } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const flip: Operation = {
  name: 'flip',
  summary: 'A kernel turned by 180°: both of its last axes reversed (a vector: back to front).',
  example: 'conv2d(x, flip(w), 1, 0)',
  gradient: ['flip(g)'],
  check(args) {
    takes('flip', args, 1)
    return { shape: ranked('flip', typeAt(args, 0), [1, 2, 3, 4], 'a tensor'), integer: typeAt(args, 0).integer }
  },
  float64(args) {
    const { shape, data } = argument(args, 0)
    const block = axis(shape, -1) * axis(shape, -2)
    const result = tensor64(shape)
    for (let at = 0; at < data.length; at += block) result.data.set(data.subarray(at, at + block).toReversed(), at)
    return result
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    if (x.rank === 2) return batchMatMul(tf, x, exchange(tf, axis(x.shape, 1)))
    const [height, width] = [axis(x.shape, -2), axis(x.shape, -1)]
    const maps = x.reshape([x.size / (height * width), height, width])
    const down = batchMatMul(tf, exchange(tf, height).expandDims(0), maps)
    return batchMatMul(tf, down, exchange(tf, width).expandDims(0)).reshape(x.shape)
  },
}

/** The matrix that reverses an axis. */
function exchange(tf: Tfjs, n: number): Tensor {
  const data = new Float32Array(n * n)
  for (let i = 0; i < n; i++) data[i * n + (n - 1 - i)] = 1
  return tf.tensor(data, [n, n], 'float32')
}
