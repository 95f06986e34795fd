import { logistic, normalDensity, normalShare, positive, vector } from '../arithmetic.ts'
import type { Answers, Params, Slip } from '../sheet.ts'
import { latex, list } from '../write.ts'

function each(params: Params, f: (x: number) => number): Answers {
  return { gelu_a: list(vector(params, 'a').map(f), 5) }
}

export function gelu(params: Params): Answers {
  return {
    gelu: latex('\\frac{x}{2}\\left(1+\\operatorname{erf}\\left(\\frac{x}{\\sqrt{2}}\\right)\\right)'),
    ...each(params, (x) => x * normalShare(x)),
  }
}

const withTanh = (x: number) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))

export const geluSlips: Slip[][] = [
  [
    { mistake: 'formula-silu', answers: () => ({ gelu: latex('\\frac{x}{1+e^{-x}}') }) },
    { mistake: 'formula-cdf-alone', answers: () => ({ gelu: latex('\\Phi(x)') }) },
    { mistake: 'formula-relu', answers: () => ({ gelu: latex('\\max(x, 0)') }) },
    { mistake: 'formula-density', answers: () => ({ gelu: latex('x e^{-x^2/2}/\\sqrt{2\\pi}') }) },
    {
      mistake: 'formula-tanh-gelu',
      answers: () => ({ gelu: latex('0.5x(1+\\tanh(\\sqrt{\\frac{2}{\\pi}}(x+0.044715x^3)))') }),
    },
  ],
  [
    { mistake: 'silu', answers: (params) => each(params, (x) => x * logistic(x)) },
    { mistake: 'cdf-alone', answers: (params) => each(params, normalShare) },
    { mistake: 'relu', answers: (params) => each(params, positive) },
    { mistake: 'density', answers: (params) => each(params, (x) => x * normalDensity(x)) },
    { mistake: 'tanh-gelu', answers: (params) => each(params, withTanh) },
  ],
]
