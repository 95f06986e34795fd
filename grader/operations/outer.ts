import { allInteger, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const outer: Operation = {
  name: 'outer',
  summary: 'The outer product of two vectors: entry (i, j) is a_i b_j.',
  example: 'outer(delta, x)',
  gradient: ['g x_2', 'g^T x_1'],
  check(args) {
    takes('outer', args, 2)
    const [a, b] = [typeAt(args, 0), typeAt(args, 1)].map((type) => ranked('outer', type, [1], 'two vectors'))
    return { shape: [axis(a ?? [], 0), axis(b ?? [], 0)], integer: allInteger(args) }
  },
  float64(args) {
    const [a, b] = [argument(args, 0).data, argument(args, 1).data]
    const result = tensor64([a.length, b.length])
    for (let i = 0; i < a.length; i++) {
      for (let j = 0; j < b.length; j++) result.data[i * b.length + j] = (a[i] ?? 0) * (b[j] ?? 0)
    }
    return result
  },
  tfjs(tf, args) {
    const [a, b] = [argument(args, 0), argument(args, 1)]
    return tf.mul(reshapeRows(a, [axis(a.shape, 1), 1]), reshapeRows(b, [1, axis(b.shape, 1)]))
  },
}
