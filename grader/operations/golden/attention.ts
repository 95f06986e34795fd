import { causalMask } from './causal-mask.ts'
import { asSteps, type GoldenAdapter, type GoldenCase, type GoldenProgram, input, scalar, sizes } from './golden.ts'
import { multiheadAttention } from './multihead-attention.ts'

/** Scaled dot products, each query seeing only the keys up to its own place where the case is causal. */
export const attention: GoldenAdapter = (golden) => ('Q' in golden.inputs ? single(golden) : multiheadAttention(golden))

function single(golden: GoldenCase): GoldenProgram {
  const { Q, K, V } = { Q: input(golden, 'Q'), K: input(golden, 'K'), V: input(golden, 'V') }
  const [queries = 1, d = 1] = sizes(Q, 2)
  const keys = sizes(K, 2)[0] ?? 1
  return {
    rows: 1,
    values: { Q, K, V, d: scalar(d) },
    steps: {
      scores: `reshape(Q K^T / sqrt(d), ${queries}, ${keys})`,
      mask: golden.params.causal ? causalMask(queries, keys) : `ones(${queries}, ${keys})`,
      weights: 'masked_softmax(scores, mask)',
      y: 'weights V',
      ...(golden.params.causal ? {} : { whole: 'attention(Q, K, V)', shares: 'attention_weights(Q, K)' }),
    },
    outputs: asSteps('weights', 'y'),
  }
}
