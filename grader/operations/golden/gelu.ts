import { asSteps, type GoldenAdapter, type GoldenCase, input, type Steps } from './golden.ts'

/** Outputs that a file also gives from 50-digit arithmetic. */
const exact = ['gelu', 'Phi', 'dgelu']
const slope = 'sqrt(2 / 3.141592653589793)'

/** GELU, its tanh and sigmoid approximations, and derivatives; `…_mp` are the same values from 50-digit arithmetic. */
export const gelu: GoldenAdapter = (golden) => ({
  rows: 1,
  values: { x: input(golden, 'x') },
  steps: {
    gelu: 'gelu(x)',
    dgelu: 'Phi(x) + x .* phi(x)',
    gelu_tanh: 'gelu_tanh(x)',
    s: `sigmoid(2 ${slope} (x + 0.044715 x^3))`,
    dgelu_tanh: `s + 2 x .* s .* (1 - s) .* (${slope} (1 + 3 * 0.044715 x^2))`,
    sigmoid_approx: 'x .* sigmoid(1.702 x)',
    erf: 'erf(x / sqrt(2))',
    Phi: 'Phi(x)',
  },
  outputs: {
    ...asSteps('gelu', 'dgelu', 'gelu_tanh', 'dgelu_tanh', 'sigmoid_approx', 'erf', 'Phi'),
    ...Object.fromEntries(exact.map((name) => [`${name}_mp`, (steps: Steps) => steps(name)])),
  },
  expected: Object.fromEntries(exact.map((name) => [name, withExactTail(golden, name)])),
})

/** The left tail cancels in the implementation that made the file: below -5 its 50-digit values stand instead. */
function withExactTail(golden: GoldenCase, name: string): number[] {
  const [own, digits] = [golden.outputs[name], golden.outputs[`${name}_mp`]]
  const x = input(golden, 'x').data
  return (own ?? digits)?.data.map((value, i) => ((x[i] ?? 0) < -5 ? (digits?.data[i] ?? value) : value)) ?? []
}
