import { type Matrix, matrix, scalar, turned } from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet } from '../sheet.ts'
import { grid } from '../write.ts'

interface Way {
  x?: (x: Matrix) => Matrix
  w?: (w: Matrix) => Matrix
  stride?: number
  padding?: number
}

/** Lays the kernel on every place where it fits and adds up the products. */
function slide(params: Params, way: Way = {}): Answers {
  const same = (a: Matrix) => a
  const x = (way.x ?? same)(matrix(params, 'x'))
  const w = (way.w ?? same)(matrix(params, 'w'))
  const stride = way.stride ?? scalar(params, 'S')
  const padding = way.padding ?? scalar(params, 'P')
  const starts: number[] = []
  for (let at = -padding; at + w.length <= x.length + padding; at += stride) starts.push(at)
  const under = (row: number, column: number) =>
    w.flatMap((weights, i) => weights.map((weight, j) => weight * (x[row + i]?.[column + j] ?? 0)))
  const map = starts.map((row) => starts.map((column) => under(row, column).reduce((sum, term) => sum + term, 0)))
  return { y: grid(map, 0) }
}

export const convolution: QuestionSheet = {
  slug: '03-convolution',
  right: (params) => slide(params),
  slips: [
    [
      {
        mistake: 'kernel-flipped',
        answers: (params) => slide(params, { w: (w) => w.toReversed().map((row) => row.toReversed()) }),
      },
      { mistake: 'padding-forgotten', answers: (params) => slide(params, { padding: 0 }) },
      { mistake: 'stride-forgotten', answers: (params) => slide(params, { stride: 1 }) },
      { mistake: 'input-transposed', answers: (params) => slide(params, { x: turned }) },
    ],
  ],
}
