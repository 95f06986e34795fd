import { ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** A vector lies down as a 1×n matrix and gets up again as a vector; scalars stay. */
function transposed(shape: readonly number[]): readonly number[] {
  if (shape.length === 0) return []
  if (shape.length === 1) return [1, axis(shape, 0)]
  return axis(shape, 0) === 1 ? [axis(shape, 1)] : [axis(shape, 1), axis(shape, 0)]
}

export const transpose: Operation = {
  name: 'transpose',
  summary: 'Rows become columns; a vector becomes a 1×n matrix, and a 1×n matrix a vector.',
  example: 'Q K^T',
  gradient: ['g^T'],
  check(args) {
    takes('transpose', args, 1)
    const { shape, integer } = typeAt(args, 0)
    ranked('transpose', typeAt(args, 0), [0, 1, 2], 'a matrix or a vector')
    return { shape: transposed(shape), integer }
  },
  float64(args) {
    const { shape, data } = argument(args, 0)
    const result = tensor64(transposed(shape))
    const [rows, columns] = shape.length === 2 ? [axis(shape, 0), axis(shape, 1)] : [1, data.length]
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) result.data[j * rows + i] = data[i * columns + j] ?? 0
    }
    return result
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    const swapped = x.rank === 3 ? tf.transpose(x, [0, 2, 1]) : x
    return reshapeRows(swapped, transposed(x.shape.slice(1)))
  },
}
