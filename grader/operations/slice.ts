import { TypeProblem } from '../language/types.ts'
import { known, takes, typeAt } from './check.ts'
import { reshaped } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const slice: Operation = {
  name: 'slice',
  summary:
    'Entries i to j of a vector, or rows i to j of a matrix (maps i to j of several), counted from 1, both included.',
  example: 'slice(h, 1, 3)',
  gradient({ shapes: [shape = []], statics: [from = 1, to = 1] }) {
    const block = shape.slice(1).reduce((a, b) => a * b, 1)
    const zeros = (n: number) => (n === 0 ? [] : [shape.length === 1 ? `zeros(${n})` : `zeros(${n}, ${block})`])
    const middle = shape.length === 1 ? 'g' : reshaped('g', [to - from + 1, block])
    return [reshaped(`concat(${[...zeros(from - 1), middle, ...zeros(axis(shape, 0) - to)].join(', ')})`, shape)]
  },
  statics: [1, 2],
  check(args, values) {
    takes('slice', args, 3)
    const { shape, integer } = typeAt(args, 0)
    if (shape.length === 0) throw new TypeProblem('slice needs a vector or a matrix, not a scalar.')
    const from = known('slice', values[1], 'The first place', 1, axis(shape, 0))
    const to = known('slice', values[2], 'The last place', from, axis(shape, 0))
    return { shape: [to - from + 1, ...shape.slice(1)], integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const [from, to] = [argument(statics, 0), argument(statics, 1)]
    const block = data.length / axis(shape, 0)
    return tensor64([to - from + 1, ...shape.slice(1)], data.slice((from - 1) * block, to * block))
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const [from, to] = [argument(statics, 0), argument(statics, 1)]
    const rest = x.shape.slice(2)
    return tf.slice(x, [0, from - 1, ...rest.map(() => 0)], [-1, to - from + 1, ...rest])
  },
}
