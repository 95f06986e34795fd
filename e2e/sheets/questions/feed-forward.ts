import {
  apply,
  type Matrix,
  matrix,
  plus,
  positive,
  rounded,
  scalar,
  scale,
  shares,
  total,
  turned,
  vector,
} from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet, SheetAnswer } from '../sheet.ts'
import { grid, list, prose, typed } from '../write.ts'

interface Way {
  tokens?: (x: Matrix) => Matrix
  between?: (x: number) => number
  after?: (x: number) => number
  biases?: boolean
}

function forward(params: Params, way: Way = {}): SheetAnswer {
  const same = <T>(value: T) => value
  const add = (sum: number[], name: string) => (way.biases === false ? sum : plus(sum, vector(params, name)))
  const one = (token: number[]) => {
    const hidden = add(apply(matrix(params, 'W_1'), token), 'b_1').map(way.between ?? positive)
    return add(apply(matrix(params, 'W_2'), rounded(hidden)), 'b_2').map(way.after ?? same)
  }
  return grid((way.tokens ?? same)(matrix(params, 'X')).map(one))
}

function attention(params: Params, weigh: (q: Matrix, k: Matrix) => Matrix): Answers {
  const weights = weigh(matrix(params, 'Q'), matrix(params, 'K')).map((row) => rounded(row))
  const values = turned(matrix(params, 'V'))
  return { row_sums: list(weights.map(total)), mixed: grid(weights.map((row) => apply(values, row))) }
}

const scaledBy = (factor: number) => (q: Matrix, k: Matrix) => q.map((row) => scale(factor, apply(k, row)))
const scores = scaledBy(Math.SQRT1_2)

export const feedForward: QuestionSheet = {
  slug: '10-feed-forward',
  right: (params) => {
    const [d, wide] = [scalar(params, 'd'), scalar(params, 'd_ff')]
    return {
      ffn: forward(params),
      count: typed((d + 1) * wide + (wide + 1) * d),
      ...attention(params, (q, k) => scores(q, k).map(shares)),
      purpose: prose(
        'Attention only averages the values, which is linear in them. The feed-forward part gives capacity and a non-linearity, ' +
          'and puts the result into the width that the next layer wants.',
      ),
    }
  },
  slips: [
    [
      { mistake: 'relu-at-the-end', answers: (p) => ({ ffn: forward(p, { between: (x) => x, after: positive }) }) },
      { mistake: 'no-relu', answers: (p) => ({ ffn: forward(p, { between: (x) => x }) }) },
      { mistake: 'biases-forgotten', answers: (p) => ({ ffn: forward(p, { biases: false }) }) },
      { mistake: 'tokens-mixed', answers: (p) => ({ ffn: forward(p, { tokens: turned }) }) },
    ],
    [
      { mistake: 'biases-not-counted', answers: (p) => ({ count: typed(2 * scalar(p, 'd') * scalar(p, 'd_ff')) }) },
      { mistake: 'one-matrix-only', answers: (p) => ({ count: typed((scalar(p, 'd') + 1) * scalar(p, 'd_ff')) }) },
    ],
    [
      {
        mistake: 'softmax-over-columns',
        answers: (params) => attention(params, (q, k) => turned(turned(scores(q, k)).map(shares))),
      },
      {
        mistake: 'not-scaled',
        answers: (params) => attention(params, (q, k) => scaledBy(1)(q, k).map(shares)),
        named: ['mixed'],
      },
      {
        mistake: 'keys-for-queries',
        answers: (params) => attention(params, (q, k) => scores(k, q).map(shares)),
        named: ['mixed'],
      },
    ],
  ],
}
