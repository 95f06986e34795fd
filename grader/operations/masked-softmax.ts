import { printShape, TypeProblem } from '../language/types.ts'
import { ranked, sameShape, takes, typeAt } from './check.ts'
import { alongLines } from './gradient-texts.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { align, indicator } from './rows.ts'
import { argument, axis } from './tensor64.ts'

export const maskedSoftmax: Operation = {
  name: 'masked_softmax',
  summary: 'Softmax over the entries whose mask is not 0; the others get 0. A vector of masks serves every row.',
  example: 'masked_softmax(e, mask)',
  gradient: ({ shape }) => [`y .* (g - ${alongLines(shape)('g .* y')})`, null],
  check(args) {
    takes('masked_softmax', args, 2)
    const shape = ranked('masked_softmax', typeAt(args, 0), [1, 2], 'a vector or a matrix')
    const mask = typeAt(args, 1).shape
    if (!sameShape(mask, shape) && !sameShape(mask, shape.slice(-1))) {
      throw new TypeProblem(
        `The mask of masked_softmax has shape ${printShape(mask)}, the scores ${printShape(shape)}.`,
      )
    }
    return { shape, integer: false }
  },
  float64(args) {
    const [x, mask] = [argument(args, 0), argument(args, 1)]
    const length = axis(x.shape, -1)
    return mapLines(x, (line, index) => {
      const at = mask.data.length === length ? 0 : index * length
      const counts = (j: number) => mask.data[at + j] !== 0
      const largest = line.reduce((a, b, j) => (counts(j) ? Math.max(a, b) : a), -Infinity)
      const powers = line.map((b, j) => (counts(j) ? Math.exp(b - largest) : 0))
      const sum = powers.reduce((a, b) => a + b, 0)
      return powers.map((p) => p / sum)
    })
  },
  tfjs(tf, args) {
    const [scores, mask] = align([argument(args, 0), argument(args, 1)])
    const open = tf.notEqual(mask, 0)
    // -1e30 stands for -∞, which a kernel could turn into NaN; its exponential is exactly 0
    const masked = tf.where(open, scores, tf.scalar(-1e30))
    const powers = tf.mul(tf.exp(tf.sub(masked, tf.max(masked, -1, true))), indicator(tf, open))
    return tf.div(powers, tf.sum(powers, -1, true))
  },
}
