import { asSteps, type GoldenAdapter, GoldenProblem, input } from './golden.ts'

const activations: Record<string, string> = {
  relu: 'relu',
  gelu: 'gelu',
  gelu_tanh: 'gelu_tanh',
  silu: 'silu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
}

/** W₂ act(W₁ x + b₁) + b₂ of every token, a row of a matrix each. */
export const transformerFfn: GoldenAdapter = (golden) => {
  const activation = activations[String(golden.params.act)]
  if (!activation) throw new GoldenProblem(`the activation ${golden.params.act} is unknown`)
  const x = input(golden, 'x')
  const width = x.shape.at(-1) ?? 1
  const [W_1, b_1, W_2, b_2] = ['W1', 'b1', 'W2', 'b2'].map((name) => input(golden, name))
  if (!(W_1 && b_1 && W_2 && b_2)) throw new GoldenProblem('a weight is missing')
  return {
    rows: 1,
    values: { x: { shape: [x.data.length / width, width], data: x.data }, W_1, b_1, W_2, b_2 },
    steps: { hidden: `${activation}(dense(x, W_1, b_1))`, y: 'dense(hidden, W_2, b_2)' },
    outputs: asSteps('hidden', 'y'),
  }
}
