import { TypeProblem } from '../language/types.ts'
import { allInteger, article, ranked, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { spread } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const stackrows: Operation = {
  name: 'stackrows',
  summary: 'Vectors of one length as the rows of a matrix.',
  example: 'stackrows(h_1, h_2, h_3)',
  gradient: ({ shapes }) => shapes.map((_, i) => `g[${i + 1}]`),
  check(args) {
    takes('stackrows', args, 1, Infinity)
    const first = ranked('stackrows', typeAt(args, 0), [1], 'vectors')
    for (const type of args) {
      if (type.shape.length !== 1 || type.shape[0] !== first[0]) {
        throw new TypeProblem(
          `stackrows needs vectors of one length: beside ${article(first)} stands ${article(type.shape)}.`,
        )
      }
    }
    return { shape: [args.length, axis(first, 0)], integer: allInteger(args) }
  },
  float64(args) {
    const length = axis(argument(args, 0).shape, 0)
    const result = tensor64([args.length, length])
    args.forEach((x, i) => {
      result.data.set(x.data, i * length)
    })
    return result
  },
  tfjs: (tf, args) => tf.stack(spread(tf, args), 1),
}
