import { TypeProblem } from '../language/types.ts'
import { allInteger, article, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { spread } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const beside: Operation = {
  name: 'beside',
  summary: 'Matrices with the same number of rows side by side, as the heads of an attention are joined.',
  example: 'beside(head_1, head_2) W_O',
  gradient({ shapes }) {
    let start = 1
    return shapes.map((shape) => {
      const from = start
      start += axis(shape, 1)
      return `columns(g, ${from}, ${start - 1})`
    })
  },
  check(args) {
    takes('beside', args, 1, Infinity)
    const rows = axis(ranked('beside', typeAt(args, 0), [2], 'matrices'), 0)
    const widths = args.map(({ shape }) => {
      if (shape.length === 2 && shape[0] === rows) return axis(shape, 1)
      throw new TypeProblem(`beside needs matrices of ${rows} rows, not ${article(shape)}.`)
    })
    return { shape: [rows, widths.reduce((a, b) => a + b, 0)], integer: allInteger(args) }
  },
  float64(args) {
    const rows = axis(argument(args, 0).shape, 0)
    const width = args.reduce((sum, { shape }) => sum + axis(shape, 1), 0)
    const result = tensor64([rows, width])
    for (let row = 0; row < rows; row++) {
      let at = row * width
      for (const { shape, data } of args) {
        const own = axis(shape, 1)
        result.data.set(data.subarray(row * own, (row + 1) * own), at)
        at += own
      }
    }
    return result
  },
  tfjs: (tf, args) => (args.length === 1 ? argument(args, 0) : tf.concat(spread(tf, args), 2)),
}
