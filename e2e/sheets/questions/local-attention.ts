import { apply, matrix, rounded, scalar, scale, times, total, type Vector, vector } from '../arithmetic.ts'
import type { Answers, Params, QuestionSheet } from '../sheet.ts'
import { grid, list } from '../write.ts'

interface Way {
  wider?: number
  shift?: number
  round?: boolean
  early?: boolean
  context?: (weights: { all: Vector; masked: Vector; renormalised: Vector }) => Vector
}

function attend(params: Params, way: Way = {}): Answers {
  const reach = scalar(params, 'k') + (way.wider ?? 0)
  const mask = ['p', 'q'].map((name) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((position) => {
      const away = Math.abs(position - (scalar(params, name) + (way.shift ?? 0)))
      return Number((way.round ? Math.min(away, 8 - away) : away) <= reach)
    }),
  )
  const given = vector(params, 'd')
  const all = [...given, 1 - total(given)]
  const plain = times(mask[1]!, all)
  const masked = rounded(way.early ? scale(1 / total(plain), plain) : plain)
  const renormalised = rounded(scale(1 / total(masked), masked))
  const context = apply(matrix(params, 'H'), way.context?.({ all, masked, renormalised }) ?? renormalised)
  return { mask: grid(mask, 0), masked: list(masked), renormalised: list(renormalised), context: list(context) }
}

export const localAttention: QuestionSheet = {
  slug: '11-local-attention',
  right: (params) => attend(params),
  slips: [
    [
      { mistake: 'renormalised-too-early', answers: (p) => attend(p, { early: true }), named: ['masked'] },
      { mistake: 'window-too-short', answers: (params) => attend(params, { wider: -1 }), named: ['mask'] },
      { mistake: 'mask-not-used', answers: (p) => attend(p, { context: ({ all }) => all }), named: ['context'] },
      { mistake: 'window-too-long', answers: (params) => attend(params, { wider: 1 }), named: ['mask'] },
      { mistake: 'counted-from-zero', answers: (params) => attend(params, { shift: 1 }), named: ['mask'] },
      {
        mistake: 'context-not-renormalised',
        answers: (p) => attend(p, { context: ({ masked }) => masked }),
        named: ['context'],
      },
      { mistake: 'not-clipped', answers: (params) => attend(params, { round: true }), named: ['mask'] },
    ],
  ],
}
