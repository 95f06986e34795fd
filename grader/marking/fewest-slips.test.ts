import { describe, expect, it } from 'vitest'
import { fewestSlips } from './fewest-slips.ts'
import { openSheet } from './sheet.ts'
import { desk, fieldOf } from './testing/desk.ts'
import { gru, read } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'
import type { FieldGrading } from './verdict.ts'

const tensor = (cells: string[]) => ({ kind: 'tensor' as const, shape: [cells.length], cells })

describe('the fewest slips that explain a sheet', () => {
  it('are none where all is right', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const grading = await grade(typed(gru, variant, work(gru, variant, { write: rounded(3) })))
    expect(grading).not.toHaveProperty('slips')
    expect(grading).not.toHaveProperty('divergence')
  })

  it('are one for a mistake that shows in two boxes and is followed through in two more', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'gates-exchanged' })))
    expect(grading.slips).toEqual([
      { field: 'o', step: 'o', id: 'gates-exchanged', says: expect.any(String), kind: 'mistake' },
    ])
    expect(grading.divergence).toEqual({ field: 'o', step: 'o', cell: 0 })
  })

  it('are an entry that nothing explains, shown where it stands, and a mistake after it', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const write = (value: number, step: string, entry: number) =>
      step === 'i' && entry === 1 ? Number((value > 0.5 ? value - 0.4 : value + 0.4).toFixed(3)) : rounded(3)(value)
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'swapped-update', write })))
    expect(grading.slips).toMatchObject([
      { field: 'i', step: 'i' },
      { field: 's_next', step: 's_next', id: 'swapped-update' },
    ])
    expect(grading.slips?.[0]).not.toHaveProperty('id')
    expect(grading.divergence).toEqual({ field: 'i', step: 'i', cell: 1 })
  })

  it('are not counted for what a trivial value before it spoils', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const write = (value: number, step: string) => (step === 'o' ? 0 : rounded(3)(value))
    const grading = await grade(typed(gru, variant, work(gru, variant, { write })))
    expect(fieldOf(grading, 'c').cheap).toBe(true)
    expect(grading.slips).toMatchObject([{ field: 'o' }])
  })

  it('are found across a step that was left blank: it is taken as what the earlier values lead to', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const answers = typed(gru, variant, work(gru, variant, { alternative: 'gates-exchanged', write: rounded(3) }))
    const grading = await grade({ ...answers, c: tensor(['', '', '']) })
    expect(fieldOf(grading, 'c').verdict).toBe('empty')
    expect(fieldOf(grading, 's_next')).toMatchObject({ verdict: 'through', score: 1 })
    expect(grading.slips).toHaveLength(1)
  })

  it('are named in the box after the blank one in which they were made', async () => {
    const { variant, grade } = desk(gru, 'fewest')
    const answers = typed(gru, variant, work(gru, variant, { alternative: 'reset-after-product', write: rounded(3) }))
    const grading = await grade({ ...answers, c: null })
    expect(grading.slips).toMatchObject([{ field: 's_next', step: 'c', id: 'reset-after-product' }])
  })
})

const hidden = read(
  `---
title: Two steps, one box
parameters:
  x: decimals([3], 1, 4, 1)
  y: decimals([3], 1, 4, 1)
reference:
  first: x .* y
  second: 3 first + x
answers:
  second: { points: 1, decimals: 2 }
mistakes:
  sum: { steps: { first: x + y }, says: You added., earns: 0.5 }
  not-tripled: { steps: { second: first + x }, says: The factor is missing., earns: 0.4 }
conventions:
  from-y: { steps: { second: 3 first + y }, says: You started at y., earns: 1 }
---
:answer[second]
`,
  'hidden',
)

describe('two mistakes between one box and the next', () => {
  const { variant, grade } = desk(hidden, 'pair')
  const [x, y] = [variant.params.x?.data ?? [], variant.params.y?.data ?? []]
  const of = (f: (x: number, y: number) => number) => tensor(x.map((each, k) => f(each, y[k] ?? 0).toFixed(2)))

  it('are both named, and what is left after both is paid', async () => {
    const field = fieldOf(await grade({ second: of((x, y) => x + y + x) }), 'second')
    expect(field.explained).toMatchObject([
      { field: 'second', step: 'first', id: 'sum' },
      { field: 'second', step: 'second', id: 'not-tripled' },
    ])
    expect(field).toMatchObject({ verdict: 'mistake', named: { id: 'sum' } })
    expect(field.score).toBeCloseTo(0.2)
  })

  it('may be a mistake and a convention', async () => {
    const grading = await grade({ second: of((x, y) => 3 * (x + y) + y) })
    expect(fieldOf(grading, 'second')).toMatchObject({ verdict: 'mistake', score: 0.5 })
    expect(grading.slips?.map(({ id }) => id)).toEqual(['sum', 'from-y'])
  })

  it('are not sought where one is enough', async () => {
    const field = fieldOf(await grade({ second: of((x, y) => 3 * (x + y) + x) }), 'second')
    expect(field.explained?.map(({ id }) => id)).toEqual(['sum'])
  })
})

describe('a box that nothing explains', () => {
  const { variant, key } = desk(gru, 'fewest')
  const slipsOf = (...gradings: Partial<FieldGrading>[]) => {
    const sheet = openSheet(gru, { id: 'one', variant, key, answers: {} })
    for (const [k, field] of ['o', 'i'].entries()) {
      if (gradings[k]) {
        sheet.gradings.set(field, { field, kind: 'tensor', verdict: 'wrong', score: 0, points: 1, ...gradings[k] })
      }
    }
    return fewestSlips(gru, sheet)
  }

  it('is a slip where something in it is wrong, and not just blank', () => {
    expect(slipsOf({ verdict: 'wrong' }, { verdict: 'right' })).toEqual([{ field: 'o', step: 'o' }])
    expect(slipsOf({ verdict: 'partial', cells: ['right', 'wrong'] })).toHaveLength(1)
    expect(slipsOf({ verdict: 'partial', cells: ['right', 'empty'] })).toEqual([])
    expect(slipsOf({ verdict: 'unreadable' }, { verdict: 'broken' })).toEqual([])
  })

  it('is a slip where it has no cells, but a share that an author gave without a name', () => {
    expect(slipsOf({ verdict: 'partial', score: 0.5 })).toEqual([{ field: 'o', step: 'o' }])
  })

  it('is none where nothing was judged', () => {
    expect(slipsOf()).toEqual([])
  })
})
