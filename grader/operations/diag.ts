import { TypeProblem } from '../language/types.ts'
import { ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const diag: Operation = {
  name: 'diag',
  summary: 'The square matrix with a vector on its diagonal; of a square matrix, its diagonal.',
  example: 'diag(s) - s s^T',
  gradient: ['diag(g)'],
  check(args) {
    takes('diag', args, 1)
    const shape = ranked('diag', typeAt(args, 0), [1, 2], 'a vector or a square matrix')
    const n = axis(shape, 0)
    if (shape.length === 2 && shape[1] !== n) throw new TypeProblem(`diag needs a square matrix, not ${n}×${shape[1]}.`)
    return { shape: shape.length === 1 ? [n, n] : [n], integer: typeAt(args, 0).integer }
  },
  float64(args) {
    const { shape, data } = argument(args, 0)
    const n = axis(shape, 0)
    const result = tensor64(shape.length === 1 ? [n, n] : [n])
    for (let i = 0; i < n; i++) {
      if (shape.length === 1) result.data[i * n + i] = data[i] ?? 0
      else result.data[i] = data[i * n + i] ?? 0
    }
    return result
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    const n = axis(x.shape, 1)
    const mask = tf.eye(n).reshape([1, n, n])
    return x.rank === 2 ? tf.mul(reshapeRows(x, [n, 1]), mask) : tf.sum(tf.mul(x, mask), 2)
  },
}
