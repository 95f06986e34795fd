import { type Matrix, minus, round, scalar, scale, times, turned, type Vector, vector } from '../arithmetic.ts'
import type { Params, QuestionSheet, SheetAnswer } from '../sheet.ts'
import { formula, grid, list, options, prose, size, typed } from '../write.ts'

interface Back {
  error?: (prediction: number, target: number) => number
  slope?: (activation: number) => number
}

/** Three hidden units that are all alike: one number stands for the three. */
function firstGradient(params: Params, { error = (a, b) => a - b, slope = (a) => 1 - a * a }: Back = {}): Matrix {
  const [c, y, x] = [scalar(params, 'c'), scalar(params, 'y'), vector(params, 'x')]
  const activation = round(Math.tanh(c * (x[0]! + x[1]!)))
  const prediction = round(3 * c * activation)
  const row = scale(error(prediction, y) * c * slope(activation), x)
  return [row, row, row]
}

function afterGradient(params: Params): Vector {
  return minus(vector(params, 'w'), scale(scalar(params, 'eta'), vector(params, 'g')))
}

function towardsZero(x: number, by: number): number {
  return x > by ? x - by : x < -by ? x + by : 0
}

function strength(params: Params): number {
  return scalar(params, 'eta') * scalar(params, 'lambda')
}

function kept(params: Params, factor: (p: number) => number): SheetAnswer {
  return list(scale(factor(scalar(params, 'p')), times(vector(params, 'h'), vector(params, 'm'))))
}

interface Sizes {
  side?: (length: number, filter: number, padding: number, stride: number) => number
  depth?: string
  sides?: [string, string]
}

const fits = (length: number, filter: number, padding: number, stride: number) =>
  Math.floor((length - filter + 2 * padding) / stride) + 1

function outShape(params: Params, { side = fits, depth = 'K', sides = ['H', 'W'] }: Sizes = {}): SheetAnswer {
  const [filter, padding, stride] = [scalar(params, 'F'), scalar(params, 'P'), scalar(params, 'S')]
  const [rows, columns] = sides.map((name) => side(scalar(params, name), filter, padding, stride))
  return size(`${rows} x ${columns} x ${scalar(params, depth)}`)
}

export const shortAnswers: QuestionSheet = {
  slug: '01-short-answers',
  right: (params) => ({
    symmetry: options(/one and the same value/),
    dW_1: grid(firstGradient(params)),
    sparsity: options(/An L1 penalty/),
    w_new: list(afterGradient(params).map((x) => towardsZero(x, strength(params)))),
    ensemble: prose(
      'Use dropout. For each example every unit is kept or dropped by chance, so each time another thinner net is trained, ' +
        'and they all hold the same weights. It costs one training, but acts like averaging very many nets.',
    ),
    thinned: typed(`2^${scalar(params, 'n')}`),
    dropped: kept(params, (p) => 1 / (1 - p)),
    gates: options(/Selective write/, /Selective read/, /Selective forget/),
    width: formula('1 + floor((W + 2P - F)/S)'),
    out_shape: outShape(params),
  }),
  slips: [
    [
      {
        mistake: 'forgot-tanh-derivative',
        answers: (params) => ({ dW_1: grid(firstGradient(params, { slope: () => 1 })) }),
      },
      {
        mistake: 'residual-sign',
        answers: (params) => ({ dW_1: grid(firstGradient(params, { error: (a, b) => b - a })) }),
      },
      { mistake: 'gradient-transposed', answers: (params) => ({ dW_1: grid(turned(firstGradient(params))) }) },
    ],
    [
      {
        mistake: 'weight-decay-step',
        answers: (params) => ({ w_new: list(scale(1 / (1 + 2 * strength(params)), afterGradient(params))) }),
      },
      {
        mistake: 'no-stop-at-zero',
        answers: (params) => ({
          w_new: list(afterGradient(params).map((x) => x - Math.sign(x) * strength(params))),
        }),
      },
      {
        mistake: 'threshold-without-step',
        answers: (params) => ({
          w_new: list(afterGradient(params).map((x) => towardsZero(x, scalar(params, 'lambda')))),
        }),
      },
    ],
    [{ mistake: 'two-per-unit', answers: (params) => ({ thinned: typed(2 * scalar(params, 'n')) }) }],
    [
      { mistake: 'dropout-unscaled', answers: (params) => ({ dropped: kept(params, () => 1) }) },
      { mistake: 'dropout-times-p', answers: (params) => ({ dropped: kept(params, (p) => p) }) },
      { mistake: 'dropout-times-keep', answers: (params) => ({ dropped: kept(params, (p) => 1 - p) }) },
    ],
    [
      { mistake: 'formula-forgot-one', answers: () => ({ width: formula('floor((W-F+2P)/S)') }) },
      { mistake: 'formula-padding-once', answers: () => ({ width: formula('floor((W + P - F)/S) + 1') }) },
      { mistake: 'formula-ceiling', answers: () => ({ width: formula('1 + ceil((W - F + 2 P) / S)') }) },
      { mistake: 'formula-no-stride', answers: () => ({ width: formula('W + 2P - F + 1') }) },
      { mistake: 'formula-no-floor', answers: () => ({ width: formula('1 + (W - F + 2P)/S') }) },
    ],
    [
      { mistake: 'forgot-one', answers: (p) => ({ out_shape: outShape(p, { side: (...all) => fits(...all) - 1 }) }) },
      {
        mistake: 'padding-once',
        answers: (p) => ({ out_shape: outShape(p, { side: (n, f, pad, s) => fits(n, f, pad / 2, s) }) }),
      },
      {
        mistake: 'rounded-up',
        answers: (p) => ({
          out_shape: outShape(p, { side: (n, f, pad, s) => Math.ceil((n - f + 2 * pad) / s) + 1 }),
        }),
      },
      {
        mistake: 'forgot-stride',
        answers: (p) => ({ out_shape: outShape(p, { side: (n, f, pad) => fits(n, f, pad, 1) }) }),
      },
      { mistake: 'input-channels', answers: (p) => ({ out_shape: outShape(p, { depth: 'C' }) }) },
      { mistake: 'sides-swapped', answers: (p) => ({ out_shape: outShape(p, { sides: ['W', 'H'] }) }) },
    ],
  ],
}
