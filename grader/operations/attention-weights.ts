import { printShape, TypeProblem } from '../language/types.ts'
import { batchMatMul } from './batch-matmul.ts'
import { ranked, takes, typeAt } from './check.ts'
import { alongLines, columnsTimes } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { softmax } from './softmax.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** What flows to the queries and keys, given what flows to the products of both before they are divided by √d. */
export function flowToScores(q: readonly number[], k: readonly number[], scores: string): [string, string] {
  const flow = `((${scores}) / sqrt(${axis(k, 1)}))`
  return q.length === 1 ? [columnsTimes('x_2', k, flow), `outer(${flow}, x_1)`] : [`${flow} x_2`, `${flow}^T x_1`]
}

export const attentionWeights: Operation = {
  name: 'attention_weights',
  summary: 'softmax(Q K^T / √d) with one query a row of Q (or a single query vector) and one key a row of K.',
  example: 'attention_weights(Q, K)',
  gradient: ({ shapes: [q = [], k = []], shape }) => flowToScores(q, k, `y .* (g - ${alongLines(shape)('g .* y')})`),
  check(args) {
    takes('attention_weights', args, 2)
    const q = ranked('attention_weights', typeAt(args, 0), [1, 2], 'a matrix of queries')
    const k = ranked('attention_weights', typeAt(args, 1), [2], 'a matrix of keys')
    if (axis(q, -1) !== axis(k, 1)) {
      throw new TypeProblem(`The queries of attention_weights are ${printShape(q)} but the keys are ${printShape(k)}.`)
    }
    return { shape: [...q.slice(0, -1), axis(k, 0)], integer: false }
  },
  float64(args) {
    const [q, k] = [argument(args, 0), argument(args, 1)]
    const [keys, d] = [axis(k.shape, 0), axis(k.shape, 1)]
    const scores = tensor64([...q.shape.slice(0, -1), keys])
    for (let i = 0; i < scores.data.length; i++) {
      const [query, key] = [Math.floor(i / keys), i % keys]
      let sum = 0
      for (let j = 0; j < d; j++) sum += (q.data[query * d + j] ?? 0) * (k.data[key * d + j] ?? 0)
      scores.data[i] = sum / Math.sqrt(d)
    }
    return softmax.float64([scores], [])
  },
  tfjs(tf, args, _statics, shapes) {
    const [q, k] = [argument(args, 0), argument(args, 1)]
    const d = axis(k.shape, 2)
    const queries = q.rank === 2 ? reshapeRows(q, [1, d]) : q
    const scores = tf.div(batchMatMul(tf, queries, k, false, true), Math.sqrt(d))
    const weights = softmax.tfjs(tf, [scores], [], shapes)
    return q.rank === 2 ? reshapeRows(weights, [axis(k.shape, 1)]) : weights
  },
}
