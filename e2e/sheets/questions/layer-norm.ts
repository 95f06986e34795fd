import { mean, plus, round, rounded, spread, times, type Vector, vector } from '../arithmetic.ts'
import type { Answers, Params, Slip } from '../sheet.ts'
import { list } from '../write.ts'

function standardised(params: Params, less = 0, power = 0.5): Vector {
  const u = vector(params, 'u')
  const middle = round(mean(u))
  const variance = round(spread(u, less))
  return rounded(u.map((x) => (x - middle) / (variance + 1e-5) ** power))
}

function scaled(params: Params, u: Vector): Answers {
  return { normed: list(plus(times(vector(params, 'gamma'), u), vector(params, 'beta'))) }
}

export function layerNorm(params: Params): Answers {
  return scaled(params, standardised(params))
}

export const layerNormSlips: Slip[][] = [
  [
    { mistake: 'sample-variance', answers: (params) => scaled(params, standardised(params, 1)) },
    { mistake: 'no-scale-no-shift', answers: (params) => ({ normed: list(standardised(params)) }) },
    { mistake: 'divided-by-variance', answers: (params) => scaled(params, standardised(params, 0, 1)) },
  ],
]
