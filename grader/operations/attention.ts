import { printShape, TypeProblem } from '../language/types.ts'
import { attentionWeights, flowToScores } from './attention-weights.ts'
import { batchMatMul } from './batch-matmul.ts'
import { ranked, takes, typeAt } from './check.ts'
import { alongLines, reshaped } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const attention: Operation = {
  name: 'attention',
  summary: 'softmax(Q K^T / √d) V: for each query (a row of Q, or one vector) the mix of the values in the rows of V.',
  example: 'attention(Q, K, V)',
  gradient({ shapes: [q = [], k = [], v = []] }) {
    const weights = 'attention_weights(x_1, x_2)'
    const flow = q.length === 1 ? '(x_3 g)' : '(g x_3^T)'
    const shaped = axis(k, 0) === 1 ? reshaped(flow, [...q.slice(0, -1), 1]) : flow
    const scores = `${weights} .* (${shaped} - ${alongLines([...q.slice(0, -1), axis(v, 0)])(`${shaped} .* ${weights}`)})`
    return [...flowToScores(q, k, scores), q.length === 1 ? `outer(${weights}, g)` : `${weights}^T g`]
  },
  check(args, known) {
    takes('attention', args, 3)
    const weights = attentionWeights.check(args.slice(0, 2), known).shape
    const v = ranked('attention', typeAt(args, 2), [2], 'a matrix of values')
    if (axis(v, 0) !== axis(weights, -1)) {
      throw new TypeProblem(`attention has ${axis(weights, -1)} keys but values of shape ${printShape(v)}.`)
    }
    return { shape: [...weights.slice(0, -1), axis(v, 1)], integer: false }
  },
  float64(args) {
    const weights = attentionWeights.float64(args.slice(0, 2), [])
    const v = argument(args, 2)
    const [keys, width] = [axis(v.shape, 0), axis(v.shape, 1)]
    const result = tensor64([...weights.shape.slice(0, -1), width])
    for (let i = 0; i < result.data.length; i++) {
      const [query, at] = [Math.floor(i / width), i % width]
      let sum = 0
      for (let k = 0; k < keys; k++) sum += (weights.data[query * keys + k] ?? 0) * (v.data[k * width + at] ?? 0)
      result.data[i] = sum
    }
    return result
  },
  tfjs(tf, args, _statics, shapes) {
    const v = argument(args, 2)
    const weights = attentionWeights.tfjs(tf, args.slice(0, 2), [], shapes)
    if (weights.rank === 3) return batchMatMul(tf, weights, v)
    return reshapeRows(batchMatMul(tf, reshapeRows(weights, [1, axis(weights.shape, 1)]), v), [axis(v.shape, 2)])
  },
}
