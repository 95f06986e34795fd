import { sizeOf } from '../language/types.ts'
import { commonShape, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { align } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const select: Operation = {
  name: 'select',
  summary: 'The second argument where the first is not 0, else the third, entry by entry: what cases and if become.',
  example: 'cases(k t if t <= S, t^(-1/2))',
  gradient: [null, 'cases(g if x_1, 0)', 'cases(0 if x_1, g)'],
  check(args) {
    takes('select', args, 3)
    return { shape: commonShape('select', args), integer: typeAt(args, 1).integer && typeAt(args, 2).integer }
  },
  float64(args) {
    const parts = [argument(args, 0), argument(args, 1), argument(args, 2)] as const
    const shape = parts.find((part) => part.shape.length > 0)?.shape ?? []
    const [condition, a, b] = parts.map((part) => ({ data: part.data, step: part.shape.length === 0 ? 0 : 1 }))
    const data = new Float64Array(sizeOf(shape))
    for (let i = 0; i < data.length; i++) {
      const chosen = condition?.data[i * condition.step] !== 0 ? a : b
      data[i] = chosen?.data[i * chosen.step] ?? 0
    }
    return tensor64(shape, data)
  },
  tfjs(tf, args) {
    const [condition, a, b] = align([argument(args, 0), argument(args, 1), argument(args, 2)])
    return tf.where(tf.notEqual(condition, 0), a, b)
  },
}
