import { printShape, TypeProblem } from '../language/types.ts'
import { allInteger, sameShape, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { rowAxes } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

export const dot: Operation = {
  name: 'dot',
  summary: 'The sum of the products of the entries of two tensors of one shape.',
  example: 'dot(v, h)',
  gradient: ['g x_2', 'g x_1'],
  check(args) {
    takes('dot', args, 2)
    const [a, b] = [typeAt(args, 0).shape, typeAt(args, 1).shape]
    if (!sameShape(a, b)) throw new TypeProblem(`dot needs equal shapes, not ${printShape(a)} and ${printShape(b)}.`)
    return { shape: [], integer: allInteger(args) }
  },
  float64(args) {
    const [a, b] = [argument(args, 0), argument(args, 1)]
    let sum = 0
    for (let i = 0; i < a.data.length; i++) sum += (a.data[i] ?? 0) * (b.data[i] ?? 0)
    return scalar64(sum)
  },
  tfjs(tf, args) {
    const products = tf.mul(argument(args, 0), argument(args, 1))
    return products.rank === 1 ? products : tf.sum(products, rowAxes(products))
  },
}
