import { printShape, TypeProblem } from '../language/types.ts'
import { sameShape, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, scalar64 } from './tensor64.ts'

export const cosineSimilarity: Operation = {
  name: 'cosine_similarity',
  summary: 'The cosine of the angle between two tensors of one shape: Σ a b / (‖a‖ ‖b‖).',
  example: 'cosine_similarity(u, v)',
  gradient: [
    '(g / norm(x_1)) (x_2 / norm(x_2) - y .* x_1 / norm(x_1))',
    '(g / norm(x_2)) (x_1 / norm(x_1) - y .* x_2 / norm(x_2))',
  ],
  check(args) {
    takes('cosine_similarity', args, 2)
    const [a, b] = [typeAt(args, 0).shape, typeAt(args, 1).shape]
    if (!sameShape(a, b))
      throw new TypeProblem(`cosine_similarity needs equal shapes, not ${printShape(a)} and ${printShape(b)}.`)
    return { shape: [], integer: false }
  },
  float64(args) {
    const [a, b] = [argument(args, 0).data, argument(args, 1).data]
    let [product, left, right] = [0, 0, 0]
    for (let i = 0; i < a.length; i++) {
      product += (a[i] ?? 0) * (b[i] ?? 0)
      left += (a[i] ?? 0) ** 2
      right += (b[i] ?? 0) ** 2
    }
    return scalar64(product / Math.sqrt(left * right))
  },
  tfjs(tf, args) {
    const [a, b] = [argument(args, 0), argument(args, 1)].map((x) => reshapeRows(x, [x.size / (x.shape[0] ?? 1)]))
    const unit = (x: typeof a) => (x ? tf.div(x, tf.sqrt(tf.sum(tf.square(x), 1, true))) : tf.scalar(0))
    return tf.sum(tf.mul(unit(a), unit(b)), 1)
  },
}
