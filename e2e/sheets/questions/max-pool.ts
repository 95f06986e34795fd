import { type Matrix, matrix, mean } from '../arithmetic.ts'
import type { Params, QuestionSheet, SheetAnswer } from '../sheet.ts'
import { grid, options } from '../write.ts'

/** The four entries of the window that belongs to row r and column c of the small map. */
function windowOf(h: Matrix, r: number, c: number): number[] {
  return [h[2 * r]![2 * c]!, h[2 * r]![2 * c + 1]!, h[2 * r + 1]![2 * c]!, h[2 * r + 1]![2 * c + 1]!]
}

function pooled(params: Params, take: (entries: number[]) => number, places: number): SheetAnswer {
  const h = matrix(params, 'h')
  return grid(
    [0, 1].map((r) => [0, 1].map((c) => take(windowOf(h, r, c)))),
    places,
  )
}

/** What each cell gets: `share` sees the cell's own value, its window and whether it is the window's first. */
function back(params: Params, share: (own: number, entries: number[], first: boolean) => number): SheetAnswer {
  const [h, g] = [matrix(params, 'h'), matrix(params, 'g')]
  const cell = (own: number, r: number, c: number) => {
    const entries = windowOf(h, Math.floor(r / 2), Math.floor(c / 2))
    return g[Math.floor(r / 2)]![Math.floor(c / 2)]! * share(own, entries, r % 2 === 0 && c % 2 === 0)
  }
  return grid(
    h.map((row, r) => row.map((own, c) => cell(own, r, c))),
    2,
  )
}

const largest = (own: number, entries: number[]) => Number(own === Math.max(...entries))

export const maxPool: QuestionSheet = {
  slug: '04-max-pool-backwards',
  right: (params) => ({
    m: pooled(params, (entries) => Math.max(...entries), 0),
    dh: back(params, largest),
    cell: options(/\\left\(\\lfloor\\frac\{i-1\}\{2\}\\rfloor \+ 1,\\; \\lfloor\\frac\{j-1\}|^\(⌊i−12⌋/),
  }),
  slips: [
    [{ mistake: 'average-forward', answers: (params) => ({ m: pooled(params, mean, 2) }) }],
    [
      { mistake: 'spread-over-window', answers: (params) => ({ dh: back(params, () => 0.25) }) },
      { mistake: 'copied-to-all', answers: (params) => ({ dh: back(params, () => 1) }) },
      {
        mistake: 'sent-to-minimum',
        answers: (params) => ({ dh: back(params, (own, entries) => Number(own === Math.min(...entries))) }),
      },
      {
        mistake: 'sent-to-first',
        answers: (params) => ({ dh: back(params, (_own, _entries, first) => Number(first)) }),
      },
      {
        mistake: 'multiplied-by-h',
        answers: (params) => ({ dh: back(params, (own, entries) => own * largest(own, entries)) }),
      },
    ],
  ],
}
