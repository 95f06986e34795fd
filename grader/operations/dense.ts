import { printShape, TypeProblem } from '../language/types.ts'
import { batchMatMul } from './batch-matmul.ts'
import { allInteger, ranked, sameShape, takes, typeAt } from './check.ts'
import { columnsTimes } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const dense: Operation = {
  name: 'dense',
  summary: 'A dense layer w x + b of a vector, or of each row of a matrix (one token a row); w has one row an output.',
  example: 'dense(x, W_1, b_1)',
  gradient: ({ shapes: [x = [], w = []] }) =>
    x.length === 1 ? [columnsTimes('x_2', w, 'g'), 'outer(g, x_1)', 'g'] : ['g x_2', 'g^T x_1', 'sum_columns(g)'],
  check(args) {
    takes('dense', args, 3)
    const x = ranked('dense', typeAt(args, 0), [1, 2], 'a vector or a matrix')
    const w = ranked('dense', typeAt(args, 1), [2], 'a matrix of weights')
    if (axis(w, 1) !== axis(x, -1)) {
      throw new TypeProblem(`The weights of dense are ${printShape(w)} but x has ${axis(x, -1)} features.`)
    }
    if (!sameShape(typeAt(args, 2).shape, [axis(w, 0)])) {
      throw new TypeProblem(
        `The bias of dense must have ${axis(w, 0)} entries, not shape ${printShape(typeAt(args, 2).shape)}.`,
      )
    }
    return { shape: [...x.slice(0, -1), axis(w, 0)], integer: allInteger(args) }
  },
  float64(args) {
    const [x, w, b] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const [outputs, inputs] = [axis(w.shape, 0), axis(w.shape, 1)]
    const result = tensor64([...x.shape.slice(0, -1), outputs])
    for (let i = 0; i < result.data.length; i++) {
      const [token, output] = [Math.floor(i / outputs), i % outputs]
      let sum = b.data[output] ?? 0
      for (let k = 0; k < inputs; k++) sum += (w.data[output * inputs + k] ?? 0) * (x.data[token * inputs + k] ?? 0)
      result.data[i] = sum
    }
    return result
  },
  tfjs(tf, args) {
    const [x, w, b] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const tokens = x.rank === 2 ? reshapeRows(x, [1, axis(x.shape, 1)]) : x
    const outputs = axis(w.shape, 1)
    const sums = tf.add(batchMatMul(tf, tokens, w, false, true), reshapeRows(b, [1, outputs]))
    return x.rank === 2 ? reshapeRows(sums, [outputs]) : sums
  },
}
