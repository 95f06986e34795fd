import { describe, expect, it } from 'vitest'
import { operations } from '../../../grader/operations/library.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import { outgoingFigures } from './figures-of.ts'

const source = `---
title: Figures
parameters: { h: "integers([2, 2], 1, 9)", S: "integer(2, 5)" }
reference: { s: sum(h) }
answers:
  s: { points: 1 }
  which:
    kind: choice
    points: 1
    options: { right: ":figure[small]", others: [":figure[photo]"] }
figures:
  map: { kind: grid, value: h, alt: The map. }
  small: { kind: grid, value: h, alt: A *small* map. }
  rate: { kind: plot, variable: t, from: 0, to: 1, curve: S t, x: t, y: r, alt: "It rises to {{S}}." }
  photo: { kind: image, file: cat-6x8-0123456789abcdef.png, alt: "A cat of {{S}}." }
---
Look:

:figure[map]

and :figure[rate].

:answer[s] :answer[which]
`

describe('figures on their way out', () => {
  it('are tables where they are grids, words where they are plots, and stay where they are pictures', () => {
    const parsed = parseQuestion(source, 'figures', operations)
    if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join())
    const grid = { value: { shape: [2, 2], data: [1, -2, 2.71829, 4] }, window: null }
    const values = { templates: { S: { shape: [], data: [3] } }, grids: { map: grid, small: grid }, curves: {} }
    const notes: string[] = []
    const made = outgoingFigures(parsed.question, values, notes)
    expect(made.pictures).toEqual([{ name: 'photo', file: 'cat-6x8-0123456789abcdef.png', alt: 'A cat of 3.' }])
    expect(made.inBody(parsed.question.body)).toContain('| 1 | −2 |\n| 2.7183 | 4 |')
    expect(made.inBody('and :figure[rate].')).toBe('and (It rises to 3.).')
    expect(made.inLine(':figure[small] or :figure[photo]')).toBe('(A \\*small\\* map.) or :figure[photo]')
    expect(new Set(notes)).toEqual(
      new Set([
        'Drawn grids became tables.',
        'Plots are not carried: their words stand in their place.',
        'Drawn grids in options are not carried.',
      ]),
    )
  })
})
