import { apply, matrix, plus, scalar, split, turned, vector } from '../arithmetic.ts'
import type { Params, QuestionSheet, SheetAnswer } from '../sheet.ts'
import { block, prose, size, typed } from '../write.ts'

function map(params: Params, { transposed = false, bias = true } = {}): SheetAnswer {
  const A = transposed ? turned(matrix(params, 'A')) : matrix(params, 'A')
  const pixels = split(vector(params, 'X'), 3).map((pixel) => apply(A, pixel))
  const values = bias ? pixels.map((pixel) => plus(pixel, vector(params, 'b'))) : pixels
  return block([values.slice(0, 2), values.slice(2)])
}

export const oneByOne: QuestionSheet = {
  slug: '05-one-by-one',
  right: (params) => {
    const [m, n] = [scalar(params, 'm'), scalar(params, 'n')]
    return {
      bank: size(`(${n}, 1, 1, ${m})`),
      count: typed(n * (m + 1)),
      Y: map(params),
      same: prose(
        'A filter of size 1×1 only looks at one pixel: it multiplies the $m$ channels with its weights and adds a bias, ' +
          'like one neuron of the dense layer. With $n$ filters we have $n$ neurons, and each pixel meets the same ones.',
      ),
    }
  },
  slips: [
    [
      {
        mistake: 'filters-n-by-n',
        answers: (params) => {
          const n = scalar(params, 'n')
          return { bank: size(`${n}x${n}x${n}x${scalar(params, 'm')}`) }
        },
      },
      {
        mistake: 'filters-last',
        answers: (params) => ({ bank: size(`1 × 1 × ${scalar(params, 'm')} × ${scalar(params, 'n')}`) }),
      },
    ],
    [
      { mistake: 'no-biases', answers: (params) => ({ count: typed(scalar(params, 'n') * scalar(params, 'm')) }) },
      {
        mistake: 'bias-per-input',
        answers: (params) => ({ count: typed((scalar(params, 'n') + 1) * scalar(params, 'm')) }),
      },
    ],
    [
      { mistake: 'weights-transposed', answers: (params) => ({ Y: map(params, { transposed: true }) }) },
      { mistake: 'bias-not-added', answers: (params) => ({ Y: map(params, { bias: false }) }) },
    ],
  ],
}
