import { printShape, sizeOf, TypeProblem } from '../language/types.ts'
import { known, takes, typeAt } from './check.ts'
import { reshaped } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const reshape: Operation = {
  name: 'reshape',
  summary: 'The entries in row-major order in another shape of the same size.',
  example: 'reshape(x, 2, 3)',
  gradient: ({ shapes: [shape = []] }) => [shape.length === 0 ? 'sum(g)' : reshaped('g', shape)],
  statics: [1, 2, 3, 4],
  check(args, values) {
    takes('reshape', args, 2, 5)
    const { shape, integer } = typeAt(args, 0)
    const wanted = args.slice(1).map((_, i) => known('reshape', values[i + 1], `Size ${i + 1}`, 1, 100_000))
    if (sizeOf(wanted) !== sizeOf(shape)) {
      throw new TypeProblem(`${sizeOf(shape)} entries can not be reshaped to ${printShape(wanted)}.`)
    }
    return { shape: wanted, integer }
  },
  float64: (args, statics) => tensor64(statics, argument(args, 0).data),
  tfjs: (_tf, args, statics) => reshapeRows(argument(args, 0), statics),
}
