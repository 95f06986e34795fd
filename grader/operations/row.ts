import { known, ranked, takes, typeAt } from './check.ts'
import { element } from './element.ts'
import type { Operation } from './operation.ts'
import { axis } from './tensor64.ts'

export const row: Operation = {
  name: 'row',
  summary: 'Row i of a matrix as a vector, counted from 1.',
  example: 'row(H, 2)',
  gradient: ({ shapes: [shape = []], statics }) => [`outer(one_hot(${statics[0]}, ${axis(shape, 0)}), g)`],
  statics: [1],
  check(args, values) {
    takes('row', args, 2)
    const shape = ranked('row', typeAt(args, 0), [2], 'a matrix')
    known('row', values[1], 'The number of the row', 1, axis(shape, 0))
    return { shape: [axis(shape, 1)], integer: typeAt(args, 0).integer }
  },
  float64: element.float64,
  tfjs: element.tfjs,
}
