import { TypeProblem } from '../language/types.ts'
import { allInteger, article, takes } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows, spread } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** One long vector of scalars and vectors, or one tall matrix of matrices with the same number of columns. */
function joined(shapes: readonly (readonly number[])[]): readonly number[] {
  const columns = shapes[0]?.length === 2 ? axis(shapes[0], 1) : null
  let length = 0
  for (const shape of shapes) {
    const fits = columns === null ? shape.length < 2 : shape.length === 2 && axis(shape, 1) === columns
    if (!fits) {
      const wanted = columns === null ? 'scalars and vectors' : `matrices of ${columns} columns`
      throw new TypeProblem(`These can not be joined: beside ${wanted} stands ${article(shape)}.`)
    }
    length += axis(shape, 0)
  }
  return columns === null ? [length] : [length, columns]
}

export const concat: Operation = {
  name: 'concat',
  summary: 'Scalars and vectors one after the other as one vector; matrices one below the other.',
  example: '[h; c]',
  gradient({ shapes }) {
    let start = 1
    return shapes.map((shape) => {
      const [from, to] = [start, start + axis(shape, 0) - 1]
      start = to + 1
      return shape.length === 0 ? `g[${from}]` : `slice(g, ${from}, ${to})`
    })
  },
  check(args) {
    takes('concat', args, 1, Infinity)
    return { shape: joined(args.map((type) => type.shape)), integer: allInteger(args) }
  },
  float64(args) {
    const result = tensor64(joined(args.map((x) => x.shape)))
    let at = 0
    for (const { data } of args) {
      result.data.set(data, at)
      at += data.length
    }
    return result
  },
  tfjs(tf, args) {
    const parts = spread(tf, args).map((x) => (x.rank === 1 ? reshapeRows(x, [1]) : x))
    return parts.length === 1 ? argument(parts, 0) : tf.concat(parts, 1)
  },
}
