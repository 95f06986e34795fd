import { ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** The sum or mean of every row, or of every column, of a matrix. */
export function lineReduction(spec: {
  name: string
  summary: string
  example: string
  of: 'rows' | 'columns'
  mean: boolean
}): Operation {
  const { name, summary, example, of, mean } = spec
  return {
    name,
    summary,
    example,
    gradient({ shapes }) {
      const [rows, columns] = [axis(shapes[0] ?? [], 0), axis(shapes[0] ?? [], 1)]
      const share = mean ? ` / ${of === 'rows' ? columns : rows}` : ''
      return [of === 'rows' ? `outer(g${share}, ones(${columns}))` : `outer(ones(${rows}), g${share})`]
    },
    check(args) {
      takes(name, args, 1)
      const shape = ranked(name, typeAt(args, 0), [2], 'a matrix')
      return { shape: [axis(shape, of === 'rows' ? 0 : 1)], integer: !mean && typeAt(args, 0).integer }
    },
    float64(args) {
      const { shape, data } = argument(args, 0)
      const columns = axis(shape, 1)
      const result = tensor64([axis(shape, of === 'rows' ? 0 : 1)])
      const share = mean ? 1 / axis(shape, of === 'rows' ? 1 : 0) : 1
      for (let i = 0; i < data.length; i++) {
        const line = of === 'rows' ? Math.floor(i / columns) : i % columns
        result.data[line] = (result.data[line] ?? 0) + (data[i] ?? 0) * share
      }
      return result
    },
    tfjs(tf, args) {
      const along = of === 'rows' ? 2 : 1
      return mean ? tf.mean(argument(args, 0), along) : tf.sum(argument(args, 0), along)
    },
  }
}
