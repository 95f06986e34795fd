import {
  apply,
  logistic,
  matrix,
  minus,
  plus,
  positive,
  rounded,
  times,
  total,
  type Vector,
  vector,
} from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet } from '../sheet.ts'
import { formula, list, prose } from '../write.ts'

interface Way {
  squash?: (x: number) => number
  plain?: boolean
  gradient?: (error: Vector, first: Vector, alpha: Vector) => Vector
}

function block(params: Params, way: Way = {}): Answers {
  const x = vector(params, 'x')
  const first = apply(matrix(params, 'A'), x).map(positive)
  const second = apply(matrix(params, 'B'), first)
  const [skip, one, two] = ['a_x', 'a_1', 'a_2'].map((name) =>
    rounded(vector(params, name).map(way.squash ?? logistic)),
  )
  const mixed = plus(times(skip!, x), times(one!, first), times(two!, second))
  const H = rounded(way.plain ? plus(x, second) : mixed)
  const gradient = (way.gradient ?? times)(minus(H, vector(params, 'y')), first, one!)
  return { H: list(H), grad: list(gradient) }
}

export const choosingBlock: QuestionSheet = {
  slug: '07-choosing-block',
  right: (params) => ({
    block: formula('alpha_2 .* F_2(x) + alpha_x .* x + F_1(x) .* alpha_1'),
    ...block(params),
    adaptive: prose(
      'If a layer is useless its $\\alpha$ goes to zero while training, so the block skips it. The usual residual block always adds the layers; ' +
        'this one decides by itself, per feature, how much depth to use.',
    ),
  }),
  slips: [
    [
      { mistake: 'formula-plain-residual', answers: () => ({ block: formula('F_2(x) + x') }) },
      {
        mistake: 'formula-skip-not-weighed',
        answers: () => ({ block: formula('H(x) = x + alpha_1 ⊙ F_1(x) + alpha_2 ⊙ F_2(x)') }),
      },
    ],
    [
      { mistake: 'plain-residual', answers: (params) => block(params, { plain: true }), named: ['H'] },
      { mistake: 'gradient-without-branch', answers: (p) => block(p, { gradient: (error) => error }), named: ['grad'] },
      { mistake: 'not-squashed', answers: (params) => block(params, { squash: (x) => x }), named: ['H'] },
      {
        mistake: 'gradient-summed',
        answers: (params) => block(params, { gradient: (error, first) => error.map(() => total(times(error, first))) }),
        named: ['grad'],
      },
      {
        mistake: 'gradient-of-logit',
        answers: (params) =>
          block(params, {
            gradient: (error, first, alpha) =>
              times(
                times(error, first),
                alpha.map((a) => a * (1 - a)),
              ),
          }),
        named: ['grad'],
      },
    ],
  ],
}
