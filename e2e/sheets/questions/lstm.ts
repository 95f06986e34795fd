import { apply, logistic, matrix, plus, rounded, times, type Vector, vector } from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet } from '../sheet.ts'
import { list } from '../write.ts'

interface Gates {
  f: Vector
  i: Vector
  o: Vector
  candidate: Vector
  state: Vector
  output: Vector
}

interface Way {
  squash?: (x: number) => number
  state?: (gates: Gates) => Vector
  write?: (x: number) => number
}

const keepAndRead = ({ f, i, candidate, state }: Gates) => plus(times(f, state), times(i, candidate))

function step(params: Params, way: Way = {}): Answers {
  const [x, output, state] = ['x_t', 'h_{t-1}', 's_{t-1}'].map((name) => vector(params, name)) as [
    Vector,
    Vector,
    Vector,
  ]
  const gate = (end: string, squash = logistic) => {
    const recurrent = apply(matrix(params, `W${end}`), output)
    return rounded(plus(recurrent, apply(matrix(params, `U${end}`), x), vector(params, `b${end}`)).map(squash))
  }
  const [f, i, o] = [gate('_f'), gate('_i'), gate('_o')]
  const s = rounded((way.state ?? keepAndRead)({ f, i, o, candidate: gate('', way.squash), state, output }))
  const h = times(o, s.map(way.write ?? logistic))
  return { f: list(f), i: list(i), o: list(o), s: list(s), h: list(h) }
}

export const lstm: QuestionSheet = {
  slug: '08-lstm-step',
  right: (params) => step(params),
  slips: [
    [
      {
        mistake: 'forget-and-input-exchanged',
        answers: (p) => step(p, { state: (all) => keepAndRead({ ...all, f: all.i, i: all.f }) }),
        named: ['s'],
      },
      { mistake: 'state-not-squashed', answers: (p) => step(p, { write: (x) => x }), named: ['h'] },
      {
        mistake: 'output-for-state',
        answers: (p) => step(p, { state: (all) => keepAndRead({ ...all, state: all.output }) }),
        named: ['s'],
      },
      {
        mistake: 'tanh-form',
        answers: (p) => step(p, { squash: Math.tanh, write: Math.tanh }),
        named: ['s', 'h'],
      },
      {
        mistake: 'forget-on-candidate',
        answers: (p) => step(p, { state: ({ f, i, candidate, state }) => times(f, plus(state, times(i, candidate))) }),
        named: ['s'],
      },
    ],
  ],
}
