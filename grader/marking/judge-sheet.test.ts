import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { judgeSheet } from './judge-sheet.ts'
import { type Findings, openSheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: A grid and a number
parameters:
  x: [2, 3, 5]
reference:
  a: 2 x
  n: sum(a)
  size: "[4, 2]"
answers:
  a: { points: 1, decimals: 1 }
  n: { points: 1, decimals: 1 }
  size: { kind: shape, points: 1 }
mistakes:
  cubed: { steps: { a: "x .* x .* x" }, says: A cube., earns: 0.5 }
---
:answer[a] :answer[n] :answer[size]
`,
  'grid-and-number',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [3], cells: values.map(String) })
const number = (value: number): RawAnswer => ({ kind: 'number', text: String(value) })
const doubtful = (...data: number[]) => ({ shape: data.length > 1 ? [data.length] : [], data })

/** A sheet of which something more is known than stands in its key. */
function judged(field: 'a' | 'n' | 'size', answer: RawAnswer | null, found: Partial<Findings> = {}) {
  const sheet = openSheet(question, { id: 'one', variant, key, answers: { [field]: answer } })
  Object.assign(sheet.findings.get(field) ?? {}, found)
  judgeSheet(question, sheet)
  return sheet.gradings.get(field)
}

describe('every computed field of a sheet', () => {
  it('is judged by what is known about it', () => {
    expect(judged('a', grid(4, 6, 10))).toMatchObject({ verdict: 'right', score: 1 })
    expect(judged('a', grid(8, 27, 125))).toMatchObject({ verdict: 'mistake', score: 0.5, named: { id: 'cubed' } })
    expect(judged('n', number(7), { through: doubtful(7) })).toMatchObject({ verdict: 'through', score: 1 })
  })

  it('is not judged where nothing is known of it', () => {
    const sheet = openSheet(question, { id: 'one', variant, key, answers: {} })
    sheet.findings.delete('a')
    judgeSheet(question, sheet)
    expect([...sheet.gradings.keys()]).toEqual(['n', 'size'])
  })
})

describe('an answer that would earn more if a doubtful value were certain', () => {
  const held = { verdict: 'broken', score: null, staffNote: expect.stringContaining('do not agree') }

  it('is held where it is that value', () => {
    expect(judged('n', number(7), { doubtful: doubtful(7) })).toMatchObject(held)
    expect(judged('a', grid(1, 2, 3), { doubtful: doubtful(1, 2, 3) })).toMatchObject(held)
    expect(judged('n', number(7), { doubtful: doubtful(8) })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is held without the name and the cells of the verdict that it might lose', () => {
    const grading = judged('a', grid(8, 27, 125), { doubtful: doubtful(8, 27, 125) })
    expect(grading).toMatchObject(held)
    for (const told of ['named', 'explained', 'cells']) expect(grading).not.toHaveProperty(told)
    expect(grading).toMatchObject({ field: 'a', points: 1, parsed: { data: [8, 27, 125] } })
  })

  it('is held where some cells are, and were not right anyway', () => {
    expect(judged('a', grid(4, 7, 1), { doubtful: doubtful(4, 7, 9) })).toMatchObject(held)
    expect(judged('a', grid(1, 7, 1), { doubtful: doubtful(4, 7, 9) })).toMatchObject(held)
    expect(judged('a', grid(1, 7, ''), { doubtful: doubtful(1, 7, 9) })).toMatchObject(held)
    expect(judged('a', grid(4, 7, 1), { doubtful: doubtful(4, 8, 9) })).toMatchObject({ verdict: 'partial' })
    expect(judged('a', grid(1, 7, 1), { doubtful: doubtful(4, 8, 9) })).toMatchObject({ verdict: 'wrong' })
  })

  it('is judged as ever where it has another explanation', () => {
    expect(judged('a', grid(8, 27, 125), { doubtful: doubtful(8, 27, 9) })).toMatchObject({ verdict: 'mistake' })
    expect(judged('a', grid(4, 6, 10), { doubtful: doubtful(4, 6, 10) })).toMatchObject({ verdict: 'right' })
    expect(judged('a', grid(4, 6, 10), { doubtful: doubtful(4, 6, 10), broken: 'torn' })).toMatchObject({
      staffNote: 'torn',
    })
  })

  it('is held for sizes where all of them are that value, for they earn nothing one by one', () => {
    const size = (text: string) => judged('size', { kind: 'shape', text }, { doubtful: doubtful(5, 3) })
    expect(size('5 × 3')).toMatchObject(held)
    expect(size('5 × 2')).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is judged as ever where nothing can be read', () => {
    expect(judged('a', null, { doubtful: doubtful(1, 2, 3) })).toMatchObject({ verdict: 'empty', score: 0 })
    expect(judged('a', grid('?', '', ''), { doubtful: doubtful(1, 2, 3) })).toMatchObject({ verdict: 'unreadable' })
  })
})
