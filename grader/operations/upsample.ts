import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from './batch-matmul.ts'
import { known, ranked, takes, typeAt } from './check.ts'
import type { Operation, Tfjs } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

function enlarged(shape: readonly number[], k: number): number[] {
  return shape.map((n, i) => (i >= shape.length - 2 ? n * k : n))
}

export const upsample: Operation = {
  name: 'upsample',
  summary: 'Nearest-neighbour upsampling: every entry of H×W or C×H×W becomes a block of k×k equal entries.',
  example: 'upsample(h, 2)',
  gradient: ({ statics: [k = 1] }) => [`${k * k} avgpool(g, ${k}, ${k})`],
  statics: [1],
  check(args, values) {
    takes('upsample', args, 2)
    const { integer, shape } = typeAt(args, 0)
    ranked('upsample', typeAt(args, 0), [2, 3], 'a map H×W or C×H×W')
    return { shape: enlarged(shape, known('upsample', values[1], 'The factor', 1, 64)), integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const k = argument(statics, 0)
    const [height, width] = [axis(shape, -2) * k, axis(shape, -1) * k]
    const result = tensor64(enlarged(shape, k))
    for (let i = 0; i < result.data.length; i++) {
      const [map, row, column] = [Math.floor(i / (height * width)), Math.floor(i / width) % height, i % width]
      result.data[i] = data[(map * (height / k) + Math.floor(row / k)) * (width / k) + Math.floor(column / k)] ?? 0
    }
    return result
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const k = argument(statics, 0)
    const [height, width] = [axis(x.shape, -2), axis(x.shape, -1)]
    const maps = x.reshape([x.size / (height * width), height, width])
    const tall = batchMatMul(tf, repeater(tf, height, k), maps, true)
    return reshapeRows(
      batchMatMul(tf, tall, repeater(tf, width, k)).reshape([axis(x.shape, 0), -1]),
      enlarged(x.shape.slice(1), k),
    )
  },
}

/** [1, n, n k]: the matrix that repeats each of n entries k times. */
function repeater(tf: Tfjs, n: number, k: number): Tensor {
  const data = new Float32Array(n * n * k)
  for (let i = 0; i < n * k; i++) data[Math.floor(i / k) * n * k + i] = 1
  return tf.tensor(data, [1, n, n * k], 'float32')
}
