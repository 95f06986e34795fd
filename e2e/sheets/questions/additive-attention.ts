import { apply, dot, matrix, plus, rounded, scale, shares, type Vector, vector } from '../arithmetic.ts'
import type { Answers, Params, Slip } from '../sheet.ts'
import { formula, list } from '../write.ts'

interface Way {
  squash?: (x: number) => number
  swapped?: boolean
  divide?: number
  weigh?: (scores: Vector) => Vector
  mixScores?: boolean
}

function attend(params: Params, way: Way = {}): Answers {
  const h = vector(params, 'h_i')
  const states = ['c_1', 'c_2', 'c_3'].map((name) => vector(params, name))
  const hidden = (c: Vector) =>
    rounded(apply(matrix(params, 'W_a'), way.swapped ? [...c, ...h] : [...h, ...c]).map(way.squash ?? Math.tanh))
  const scores = rounded(states.map((c) => dot(vector(params, 'v_a'), hidden(c)) / (way.divide ?? 1)))
  const weights = rounded((way.weigh ?? shares)(scores))
  const mix = way.mixScores ? scores : weights
  return {
    scores: list(scores),
    weights: list(weights),
    context: list(plus(...states.map((c, j) => scale(mix[j]!, c)))),
  }
}

export function additiveAttention(params: Params): Answers {
  return { score: formula('tanh(W [h_i; c_j])^T v'), ...attend(params) }
}

export const attentionSlips: Slip[][] = [
  [
    { mistake: 'formula-no-tanh', answers: () => ({ score: formula('v^T (W [h_i; c_j])') }) },
    { mistake: 'formula-order', answers: () => ({ score: formula('v^T tanh(W [c_j; h_i])') }) },
    { mistake: 'formula-scaled', answers: () => ({ score: formula('(1/sqrt(2)) v^T tanh(W [h_i; c_j])') }) },
  ],
  [
    { mistake: 'not-normalised', answers: (p) => attend(p, { weigh: (e) => e.map(Math.exp) }), named: ['weights'] },
    { mistake: 'attention-no-tanh', answers: (p) => attend(p, { squash: (x) => x }), named: ['scores'] },
    { mistake: 'stacked-the-other-way', answers: (p) => attend(p, { swapped: true }), named: ['scores'] },
    { mistake: 'context-from-scores', answers: (p) => attend(p, { mixScores: true }), named: ['context'] },
    { mistake: 'scaled-scores', answers: (p) => attend(p, { divide: Math.SQRT2 }), named: ['scores'] },
    { mistake: 'softmax-wrong-axis', answers: (p) => attend(p, { weigh: (e) => e.map(() => 1) }), named: ['weights'] },
    {
      mistake: 'scaled-in-softmax',
      answers: (p) => attend(p, { weigh: (e) => shares(scale(Math.SQRT1_2, e)) }),
      named: ['weights'],
    },
  ],
]
