import { mean, round, scalar, spread, vector } from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet } from '../sheet.ts'
import { decimals, latex, lines, options } from '../write.ts'

interface Way {
  bias?: (difference: number) => number
  less?: number
  noise?: (sigma: number) => number
}

const square = (x: number) => x * x

function parts(params: Params, { bias = square, less = 0, noise = square }: Way = {}): Answers {
  const predictions = vector(params, 'p')
  const first = round(bias(round(mean(predictions)) - scalar(params, 'f')))
  const second = round(spread(predictions, less))
  return {
    bias_squared: decimals(first),
    spread: decimals(second),
    error: decimals(first + second + noise(scalar(params, 'sigma'))),
  }
}

export const biasVariance: QuestionSheet = {
  slug: '09-bias-variance',
  right: (params) => ({
    // each as written | as rendered
    proof: lines(
      /= \\mathrm E\[\(f \+ \\varepsilon - \\hat f\)\^2\]|=E\[\(f\+ε−f\^\)2\]/,
      /\\mathrm E\[\\varepsilon \(f - \\hat f\)\]|E\[ε\(f−f\^\)\]/,
      /^[^(]*\(f - \\hat f\)\^2\] \+ \\sigma\^2|= \\mathrm E\[\(f - \\hat f\)\^2\] \+ \\sigma\^2|^=E\[\(f−f\^\)2\]\+σ2/,
      /f - \\mathrm E\[\\hat f\] \+ \\mathrm E\[\\hat f\] - \\hat f|f−E\[f\^\]\+E\[f\^\]−f\^/,
      /\(f - \\mathrm E\[\\hat f\]\)\^2 \+ 2|\(f−E\[f\^\]\)2\+2/,
      /\\operatorname\{Var\}|Var/,
    ),
    result: latex('\\sigma^2+v+(m-f)^2'),
    ...parts(params),
    cross: options(/the noise has mean zero and is independent of/),
  }),
  slips: [
    [
      { mistake: 'formula-no-noise', answers: () => ({ result: latex('(f-m)^2+v') }) },
      { mistake: 'formula-sigma', answers: () => ({ result: latex('v+(f-m)^{2}+\\sigma') }) },
      { mistake: 'formula-bias-not-squared', answers: () => ({ result: latex('f-m+v+\\sigma^2') }) },
    ],
    [
      {
        mistake: 'bias-not-squared',
        answers: (params) => parts(params, { bias: (x) => x }),
        named: ['bias_squared'],
      },
      { mistake: 'noise-forgotten', answers: (params) => parts(params, { noise: () => 0 }), named: ['error'] },
      { mistake: 'variance-over-four', answers: (params) => parts(params, { less: 1 }), named: ['spread'] },
      { mistake: 'sigma-not-squared', answers: (params) => parts(params, { noise: (x) => x }), named: ['error'] },
    ],
  ],
}
