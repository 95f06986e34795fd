import { sizeOf } from '../language/types.ts'
import { takes, typeAt } from './check.ts'
import { reshaped } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows, rowsOf } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const flatten: Operation = {
  name: 'flatten',
  summary: 'All entries in row-major order as one vector.',
  example: 'flatten(x)',
  gradient: ({ shapes: [shape = []] }) => [shape.length === 0 ? 'sum(g)' : reshaped('g', shape)],
  check(args) {
    takes('flatten', args, 1)
    const { shape, integer } = typeAt(args, 0)
    return { shape: [sizeOf(shape)], integer }
  },
  float64: (args) => tensor64([argument(args, 0).data.length], argument(args, 0).data),
  tfjs: (_tf, args) => reshapeRows(argument(args, 0), [argument(args, 0).size / rowsOf(argument(args, 0))]),
}
