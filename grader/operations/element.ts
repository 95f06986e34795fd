import { sizeOf, TypeProblem } from '../language/types.ts'
import { article, known, takes, typeAt } from './check.ts'
import { reshaped } from './gradient-texts.ts'
import type { Operation, Tensor64 } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** The part of a tensor under leading 0-based indices: contiguous, as tensors are row-major. */
export function part64(x: Tensor64, indices: readonly number[]): Tensor64 {
  const shape = x.shape.slice(indices.length)
  const size = shape.reduce((a, b) => a * b, 1)
  let block = 0
  for (const [i, index] of indices.entries()) block = block * axis(x.shape, i) + index
  return tensor64(shape, x.data.slice(block * size, (block + 1) * size))
}

export const element: Operation = {
  name: 'element',
  summary: 'An entry, counted from 1; fewer indices than axes give the part under them: A[2] is the second row.',
  example: 'h[2, 3]',
  gradient({ shapes: [shape = []], statics }) {
    const leading = shape.slice(0, statics.length)
    const place = statics.reduce((block, index, i) => block * axis(leading, i) + index - 1, 0) + 1
    const hot = `one_hot(${place}, ${sizeOf(leading)})`
    return [reshaped(shape.length === leading.length ? `g ${hot}` : `outer(${hot}, flatten(g))`, shape)]
  },
  statics: [1, 2, 3, 4],
  check(args, values) {
    takes('element', args, 2, 5)
    const { shape, integer } = typeAt(args, 0)
    const indices = args.length - 1
    if (indices > shape.length)
      throw new TypeProblem(`${article(shape)} can not take ${indices} ${indices === 1 ? 'index' : 'indices'}.`)
    for (let i = 0; i < indices; i++) known('element', values[i + 1], `Index ${i + 1}`, 1, axis(shape, i))
    return { shape: shape.slice(indices), integer }
  },
  float64: (args, statics) =>
    part64(
      argument(args, 0),
      statics.map((i) => i - 1),
    ),
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const rest = x.shape.slice(1 + statics.length)
    const begin = [0, ...statics.map((i) => i - 1), ...rest.map(() => 0)]
    return reshapeRows(tf.slice(x, begin, [-1, ...statics.map(() => 1), ...rest]), rest)
  },
}
