import { known, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const column: Operation = {
  name: 'column',
  summary: 'Column j of a matrix as a vector, counted from 1.',
  example: 'column(H, 1)',
  gradient: ({ shapes: [shape = []], statics }) => [`outer(g, one_hot(${statics[0]}, ${axis(shape, 1)}))`],
  statics: [1],
  check(args, values) {
    takes('column', args, 2)
    const shape = ranked('column', typeAt(args, 0), [2], 'a matrix')
    known('column', values[1], 'The number of the column', 1, axis(shape, 1))
    return { shape: [axis(shape, 0)], integer: typeAt(args, 0).integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const result = tensor64([axis(shape, 0)])
    for (let i = 0; i < result.data.length; i++)
      result.data[i] = data[i * axis(shape, 1) + argument(statics, 0) - 1] ?? 0
    return result
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    return reshapeRows(tf.slice(x, [0, 0, argument(statics, 0) - 1], [-1, -1, 1]), [axis(x.shape, 1)])
  },
}
