import { known, takes } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, tensor64 } from './tensor64.ts'

/** Entry (position, feature) of the sinusoidal encoding, both counted from 0. */
function angle(position: number, feature: number, d: number): number {
  return position / 10000 ** ((2 * Math.floor(feature / 2)) / d)
}

function encoded(n: number, d: number): Float64Array {
  return Float64Array.from({ length: n * d }, (_, i) => {
    const [position, feature] = [Math.floor(i / d), i % d]
    return (feature % 2 === 0 ? Math.sin : Math.cos)(angle(position, feature, d))
  })
}

export const positionalEncoding: Operation = {
  name: 'positional_encoding',
  summary:
    'The sinusoidal encoding of positions 0 … n - 1 as rows of d features: sin(p / 10000^(2i/d)) and its cosine in turn.',
  example: 'X + positional_encoding(4, 6)',
  noGradient: 'it is the same whatever is drawn',
  statics: [0, 1],
  check(args, values) {
    takes('positional_encoding', args, 2)
    const n = known('positional_encoding', values[0], 'The number of positions', 1, 512)
    return { shape: [n, known('positional_encoding', values[1], 'The number of features', 1, 512)], integer: false }
  },
  float64(_args, statics) {
    const [n, d] = [argument(statics, 0), argument(statics, 1)]
    return tensor64([n, d], encoded(n, d))
  },
  // angles of hundreds of radians are beyond float32: the table itself is put in
  tfjs(tf, _args, statics) {
    const [n, d] = [argument(statics, 0), argument(statics, 1)]
    return tf.tensor(Float32Array.from(encoded(n, d)), [1, n, d], 'float32')
  },
}
