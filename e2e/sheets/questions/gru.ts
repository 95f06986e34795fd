import { apply, logistic, type Matrix, matrix, plus, rounded, times, type Vector, vector } from '../arithmetic.ts'
import type { Answers, Params, Slip } from '../sheet.ts'
import { formula, list } from '../write.ts'

interface Way {
  /** the last letter of the weights that the gates o and i are computed with */
  gates?: ['o', 'i'] | ['i', 'o']
  bias?: boolean
  /** W on the input and U on the state, as far as the entries reach */
  exchanged?: boolean
  late?: boolean
  squash?: (x: number) => number
  /** each gate does the other's work */
  crossed?: boolean
  update?: 'in' | 'out'
}

function step(params: Params, way: Way = {}): Answers {
  const [s, x] = [vector(params, 's_{t-1}'), vector(params, 'x_t')]
  const linear = (W: Matrix, U: Matrix, b: Vector, state: Vector): Vector => {
    const [first, second] = way.exchanged ? [[...x, 0], state.slice(0, 2)] : [state, x]
    const sum = plus(apply(W, first), apply(U, second))
    return way.bias === false ? sum : plus(sum, b)
  }
  const gate = (name: string) =>
    rounded(
      linear(matrix(params, `W_${name}`), matrix(params, `U_${name}`), vector(params, `b_${name}`), s).map(logistic),
    )
  const [o, i] = (way.gates ?? ['o', 'i']).map(gate) as [Vector, Vector]
  const [reset, update] = way.crossed ? [i, o] : [o, i]
  const [W, U, b] = [matrix(params, 'W'), matrix(params, 'U'), vector(params, 'b')]
  const inside = way.late ? plus(times(reset, apply(W, s)), apply(U, x), b) : linear(W, U, b, rounded(times(reset, s)))
  const c = rounded(inside.map(way.squash ?? logistic))
  const keep = way.update === 'out' ? update : update.map((u) => 1 - u)
  const take = update.map((u) => (way.update === 'out' ? 1 - u : u))
  return { o: list(o), i: list(i), c: list(c), s_next: list(plus(times(keep, s), times(take, c))) }
}

export function gru(params: Params): Answers {
  return { candidate: formula('sigmoid(b + W (s_{t-1} .* o) + U x)'), ...step(params) }
}

export const gruSlips: Slip[][] = [
  [
    { mistake: 'formula-reset-late', answers: () => ({ candidate: formula('sigma(U x_t + (W s) .* o + b)') }) },
    { mistake: 'formula-tanh', answers: () => ({ candidate: formula('c = tanh(W(o ⊙ s) + U x + b)') }) },
    {
      mistake: 'formula-state-gates-itself',
      answers: () => ({ candidate: formula('σ(W (s_prev .* s_prev) + Ux + b)') }),
    },
    { mistake: 'formula-no-gate', answers: () => ({ candidate: formula('σ(W s_{t-1} + U x_t + b)') }) },
  ],
  [
    { mistake: 'reset-after-product', answers: (params) => step(params, { late: true }), named: ['c'] },
    { mistake: 'swapped-update', answers: (params) => step(params, { update: 'out' }), named: ['s_next'] },
    { mistake: 'gates-exchanged', answers: (params) => step(params, { gates: ['i', 'o'] }), named: ['o', 'i'] },
    { mistake: 'tanh-candidate', answers: (params) => step(params, { squash: Math.tanh }), named: ['c'] },
    { mistake: 'gates-crossed', answers: (params) => step(params, { crossed: true }), named: ['c', 's_next'] },
    { mistake: 'forgot-bias', answers: (params) => step(params, { bias: false }), named: ['o', 'i', 'c'] },
    {
      mistake: 'state-and-input-exchanged',
      answers: (params) => step(params, { exchanged: true }),
      named: ['o', 'i', 'c'],
    },
  ],
]
