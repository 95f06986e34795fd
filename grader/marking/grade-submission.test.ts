import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { desk, fieldOf, verdicts } from './testing/desk.ts'
import { gru, read } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'

const seeds = Array.from({ length: 12 }, (_, k) => `seed-${k}`)
const tensor = (cells: string[]): RawAnswer => ({ kind: 'tensor', shape: [cells.length], cells })

describe('an honest student', () => {
  it.each(seeds)('is right in every field, whichever steps they round (%s)', async (seed) => {
    const { variant, grade } = desk(gru, seed)
    const habits = [
      undefined,
      rounded(3),
      (value: number, _step: string, entry: number) => (entry % 2 === 0 ? Number(value.toFixed(3)) : value),
      (value: number) => Number(value.toFixed(5)),
    ]
    for (const write of habits) {
      const grading = await grade(typed(gru, variant, work(gru, variant, { write })))
      expect(verdicts(grading)).toEqual({ o: 'right', i: 'right', c: 'right', s_next: 'right' })
      expect(grading.firstWrongStep).toBe(null)
    }
  })
})

describe('a student with one slip', () => {
  it('is named on the slip and followed through after it', async () => {
    const { variant, grade } = desk(gru, 'slip')
    const grading = await grade(
      typed(gru, variant, work(gru, variant, { alternative: 'gates-exchanged', write: rounded(3) })),
    )
    expect(verdicts(grading)).toEqual({ o: 'mistake', i: 'mistake', c: 'through', s_next: 'through' })
    expect(fieldOf(grading, 'o')).toMatchObject({ named: { id: 'gates-exchanged' }, score: 0.5, firstWrong: true })
    expect(fieldOf(grading, 'c')).toMatchObject({ score: 1, through: { shape: [3] } })
    expect(fieldOf(grading, 'c').firstWrong).toBeUndefined()
    expect(grading.firstWrongStep).toBe('o')
  })

  it('is named in the middle of the chain', async () => {
    const { variant, grade } = desk(gru, 'middle')
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'reset-after-product' })))
    expect(verdicts(grading)).toEqual({ o: 'right', i: 'right', c: 'mistake', s_next: 'through' })
    expect(fieldOf(grading, 'c')).toMatchObject({ named: { id: 'reset-after-product' }, score: 0.25, firstWrong: true })
    expect(grading.firstWrongStep).toBe('c')
  })

  it('is named at the end', async () => {
    const { variant, grade } = desk(gru, 'end')
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'swapped-update' })))
    expect(verdicts(grading)).toEqual({ o: 'right', i: 'right', c: 'right', s_next: 'mistake' })
  })

  it('keeps all points for another convention', async () => {
    const { variant, grade } = desk(gru, 'convention')
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'tanh-candidate' })))
    expect(fieldOf(grading, 'c')).toMatchObject({
      verdict: 'convention',
      score: 1,
      named: { id: 'tanh-candidate', kind: 'convention' },
    })
    expect(fieldOf(grading, 's_next')).toMatchObject({ verdict: 'convention', score: 1 })
    expect(grading.firstWrongStep).toBe(null)
  })

  it('is followed through from a value that nothing explains', async () => {
    const { variant, grade } = desk(gru, 'digit')
    const write = (value: number, step: string, entry: number) =>
      step === 'o' && entry === 1
        ? Number((value > 0.5 ? value - 0.3 : value + 0.3).toFixed(3))
        : Number(value.toFixed(3))
    const grading = await grade(typed(gru, variant, work(gru, variant, { write })))
    expect(fieldOf(grading, 'o')).toMatchObject({
      verdict: 'partial',
      firstWrong: true,
      cells: ['right', 'wrong', 'right'],
    })
    expect(fieldOf(grading, 'o').score).toBeCloseTo(2 / 3)
    expect(fieldOf(grading, 'c')).toMatchObject({ verdict: 'through', score: 1 })
    expect(fieldOf(grading, 's_next').score).toBe(1)
  })
})

describe('two slips', () => {
  it('names a mistake that was made on top of an earlier wrong value', async () => {
    const { variant, grade } = desk(gru, 'two')
    const write = (value: number, step: string, entry: number) =>
      step === 'i' && entry === 0
        ? Number((value > 0.5 ? value - 0.4 : value + 0.4).toFixed(3))
        : Number(value.toFixed(3))
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'swapped-update', write })))
    expect(fieldOf(grading, 'i').verdict).toBe('partial')
    expect(fieldOf(grading, 's_next')).toMatchObject({
      verdict: 'mistake',
      named: { id: 'swapped-update' },
      score: 0.5,
    })
    expect(fieldOf(grading, 's_next').firstWrong).toBeUndefined()
  })

  it('names a mistake by what was filled, and pays that share, but not by a single cell', async () => {
    const { variant, grade } = desk(gru, 'some')
    const answers = typed(gru, variant, work(gru, variant, { alternative: 'swapped-update' }))
    const cells = answers.s_next?.kind === 'tensor' ? answers.s_next.cells : []
    const [first = '', second = ''] = cells
    const two = fieldOf(await grade({ ...answers, s_next: tensor([first, second, '']) }), 's_next')
    expect(two).toMatchObject({ verdict: 'mistake', named: { id: 'swapped-update' } })
    expect(two.score).toBeCloseTo(0.5 * (2 / 3))
    const one = fieldOf(await grade({ ...answers, s_next: tensor([first, '', '']) }), 's_next')
    expect(one).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('names a mistake that magnifies the rounding of the answers before it', async () => {
    const steep = read(
      `---
title: A steep mistake
parameters:
  x: decimals([3], 1, 2, 2)
reference:
  y: sqrt(x)
  z: 1 / y
answers:
  y: { points: 1, decimals: 2 }
  z: { points: 1, decimals: 2 }
mistakes:
  not-inverted:
    steps: { z: 1000 y }
    says: You multiplied.
---
:answer[y] :answer[z]
`,
      'steep',
    )
    const { variant, grade, key } = desk(steep, 'steep')
    const grading = await grade(
      typed(steep, variant, work(steep, variant, { alternative: 'not-inverted', write: rounded(2) })),
    )
    expect(Math.max(...(key.bands.z ?? []))).toBeLessThan(0.02)
    expect(fieldOf(grading, 'z')).toMatchObject({ verdict: 'mistake', named: { id: 'not-inverted' } })
  })

  it('calls nonsense wrong and names nothing', async () => {
    const { grade } = desk(gru, 'nonsense')
    const cells = tensor(['0.111', '0.999', '0.123'])
    const grading = await grade({ o: cells, i: cells, c: cells, s_next: cells })
    for (const field of grading.fields) {
      expect(field.named).toBeUndefined()
      expect(field.score).toBeLessThan(0.5)
    }
  })
})

describe('blanks and cells that cannot be read', () => {
  const sheet = (change: (answers: Record<string, RawAnswer | null>) => void) => {
    const at = desk(gru, 'blanks')
    const answers: Record<string, RawAnswer | null> = typed(
      gru,
      at.variant,
      work(gru, at.variant, { write: rounded(3) }),
    )
    change(answers)
    return at.grade(answers)
  }
  const cells = (answer: RawAnswer | null | undefined) => (answer?.kind === 'tensor' ? answer.cells : [])

  it('a blank field in the middle costs itself alone', async () => {
    const grading = await sheet((answers) => {
      answers.c = null
    })
    expect(verdicts(grading)).toEqual({ o: 'right', i: 'right', c: 'empty', s_next: 'right' })
    expect(grading.firstWrongStep).toBe(null)
  })

  it('a blank cell costs itself alone', async () => {
    const grading = await sheet((answers) => {
      cells(answers.i)[1] = ' '
    })
    expect(fieldOf(grading, 'i')).toMatchObject({ verdict: 'partial', cells: ['right', 'empty', 'right'] })
    expect(fieldOf(grading, 'i').score).toBeCloseTo(2 / 3)
    expect(fieldOf(grading, 's_next').verdict).toBe('right')
    expect(grading.firstWrongStep).toBe(null)
  })

  it('an unreadable cell is reported as unreadable, not wrong, and costs itself alone', async () => {
    const grading = await sheet((answers) => {
      cells(answers.i)[1] = '0,5,1'
    })
    expect(fieldOf(grading, 'i')).toMatchObject({
      cells: ['right', 'unreadable', 'right'],
      message: expect.stringContaining('0,5,1'),
    })
    expect(fieldOf(grading, 'i').score).toBeCloseTo(2 / 3)
    expect(fieldOf(grading, 's_next').verdict).toBe('right')
  })

  it('a field of which nothing can be read is unreadable', async () => {
    const grading = await sheet((answers) => {
      answers.o = tensor(['x', 'y', ''])
    })
    expect(fieldOf(grading, 'o')).toMatchObject({
      verdict: 'unreadable',
      score: 0,
      message: expect.stringContaining('x'),
    })
    expect(fieldOf(grading, 'o').firstWrong).toBeUndefined()
  })

  it('an answer of another kind or shape is unreadable', async () => {
    const grading = await sheet((answers) => {
      answers.o = { kind: 'text', markdown: 'hello' }
      answers.i = tensor(['1', '2'])
    })
    expect(verdicts(grading)).toMatchObject({ o: 'unreadable', i: 'unreadable', c: 'right', s_next: 'right' })
  })

  it('nothing at all is empty everywhere', async () => {
    const { grade } = desk(gru, 'blanks')
    expect(verdicts(await grade({}))).toEqual({ o: 'empty', i: 'empty', c: 'empty', s_next: 'empty' })
  })
})
