import { asSteps, type GoldenAdapter, input, scalar } from './golden.ts'

/** e_j = vᵀ tanh(W [s; h_j]); only |j - pos| ≤ window counts, pos from 0; no window: all positions. */
export const additiveAttention: GoldenAdapter = (golden) => {
  const { H, s, W, v } = { H: input(golden, 'H'), s: input(golden, 's'), W: input(golden, 'W'), v: input(golden, 'v') }
  const positions = Array.from({ length: H.shape[0] ?? 0 }, (_, j) => j + 1)
  const { pos, window } = golden.params
  const inside = `abs(range(0, ${positions.length - 1}) - pos) <= window`
  return {
    rows: 1,
    values: { H, s, W, v, pos: scalar(Number(pos ?? 0)), window: scalar(Number(window ?? 0)) },
    steps: {
      ...Object.fromEntries(positions.map((j) => [`e_${j}`, `sum(v .* tanh(W [s; H[${j}]]))`])),
      scores: `concat(${positions.map((j) => `e_${j}`).join(', ')})`,
      mask: typeof window === 'number' ? inside : `ones(${positions.length})`,
      alpha: 'masked_softmax(scores, mask)',
      context: 'flatten(alpha^T H)',
    },
    outputs: asSteps('scores', 'mask', 'alpha', 'context'),
  }
}
