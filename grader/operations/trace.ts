import { TypeProblem } from '../language/types.ts'
import { ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, scalar64 } from './tensor64.ts'

export const trace: Operation = {
  name: 'trace',
  summary: 'The sum of the diagonal of a square matrix.',
  example: 'trace(A^T A)',
  gradient: ({ shapes: [shape = []] }) => [`g identity(${axis(shape, 0)})`],
  check(args) {
    takes('trace', args, 1)
    const shape = ranked('trace', typeAt(args, 0), [2], 'a square matrix')
    if (shape[0] !== shape[1]) throw new TypeProblem(`trace needs a square matrix, not ${shape[0]}×${shape[1]}.`)
    return { shape: [], integer: typeAt(args, 0).integer }
  },
  float64(args) {
    const { shape, data } = argument(args, 0)
    let sum = 0
    for (let i = 0; i < data.length; i += axis(shape, 0) + 1) sum += data[i] ?? 0
    return scalar64(sum)
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    const n = axis(x.shape, 1)
    return tf.sum(tf.mul(x, tf.eye(n).reshape([1, n, n])), [1, 2])
  },
}
