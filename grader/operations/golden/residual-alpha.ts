import { type GoldenAdapter, input, sizes, summed } from './golden.ts'

/** y = x + α W₂ relu(W₁ x) for every x of a batch, a row each; the shared weights' gradients are summed. */
export const residualAlpha: GoldenAdapter = (golden) => {
  const { x, gy } = { x: input(golden, 'x'), gy: input(golden, 'gy') }
  const [rows = 1, width = 1] = sizes(x, 2)
  return {
    rows,
    values: {
      x: { shape: [width], data: x.data },
      g: { shape: [width], data: gy.data },
      W_1: input(golden, 'W1'),
      W_2: input(golden, 'W2'),
      alpha: { shape: [], data: input(golden, 'alpha').data },
    },
    steps: {
      h: 'flatten(W_1 x)',
      r: 'relu(h)',
      f: 'W_2 r',
      y: 'x + alpha f',
      galpha: 'sum(g .* f)',
      gW2: 'alpha outer(g, r)',
      gh: 'alpha flatten(g^T W_2) .* step(h)',
      gW1: 'outer(gh, x)',
      gx: 'g + flatten(gh^T W_1)',
    },
    outputs: {
      y: (steps) => steps('y'),
      gx: (steps) => steps('gx'),
      galpha: summed('galpha', rows),
      gW1: summed('gW1', rows),
      gW2: summed('gW2', rows),
    },
  }
}
