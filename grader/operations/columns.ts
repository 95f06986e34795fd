import { known, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const columns: Operation = {
  name: 'columns',
  summary: 'Columns i to j of a matrix, counted from 1, both included: one head of the queries, one gate of many.',
  example: 'attention(columns(Q, 1, 2), columns(K, 1, 2), columns(V, 1, 2))',
  gradient({ shapes: [shape = []], statics: [from = 1, to = 1] }) {
    const [rows, n] = [axis(shape, 0), axis(shape, 1)]
    const zeros = (width: number) => (width === 0 ? [] : [`zeros(${rows}, ${width})`])
    return [`beside(${[...zeros(from - 1), 'g', ...zeros(n - to)].join(', ')})`]
  },
  statics: [1, 2],
  check(args, values) {
    takes('columns', args, 3)
    const shape = ranked('columns', typeAt(args, 0), [2], 'a matrix')
    const from = known('columns', values[1], 'The first column', 1, axis(shape, 1))
    const to = known('columns', values[2], 'The last column', from, axis(shape, 1))
    return { shape: [axis(shape, 0), to - from + 1], integer: typeAt(args, 0).integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const [from, to] = [argument(statics, 0), argument(statics, 1)]
    const result = tensor64([axis(shape, 0), to - from + 1])
    const width = to - from + 1
    for (let i = 0; i < result.data.length; i++)
      result.data[i] = data[Math.floor(i / width) * axis(shape, 1) + from - 1 + (i % width)] ?? 0
    return result
  },
  tfjs(tf, args, statics) {
    const [from, to] = [argument(statics, 0), argument(statics, 1)]
    return tf.slice(argument(args, 0), [0, 0, from - 1], [-1, -1, to - from + 1])
  },
}
