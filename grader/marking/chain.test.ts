import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { findFirstWrong } from './chain.ts'
import { openSheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import type { FieldGrading } from './verdict.ts'

const question = read(
  `---
title: Two chains
parameters:
  x: decimals([3], 1, 9, 1)
reference:
  a: 2 x
  b: 3 a
  c: sum(b)
  e: 5 x
answers:
  a: { points: 1, decimals: 1, resizable: true }
  b: { points: 1, decimals: 1 }
  c: { points: 1, decimals: 1 }
  e: { points: 1, decimals: 1 }
---
:answer[a] :answer[b] :answer[c] :answer[e]
`,
  'chains',
)
const { variant, key } = desk(question, 'chains')

type Given = Partial<Record<'a' | 'b' | 'c' | 'e', Partial<FieldGrading>>>

/** A sheet that was judged like this; fields that are not named are right. */
function judged(given: Given, answers: Record<string, RawAnswer> = {}) {
  const sheet = openSheet(question, { id: 'one', variant, key, answers })
  for (const field of ['a', 'b', 'c', 'e'] as const) {
    const grading: FieldGrading = { field, kind: 'tensor', verdict: 'right', score: 1, points: 1, ...given[field] }
    sheet.gradings.set(field, grading)
  }
  const found = findFirstWrong(question, sheet)
  const marked = [...sheet.gradings.values()].filter(({ firstWrong }) => firstWrong).map(({ field }) => field)
  return { ...found, marked }
}

const wrong = { verdict: 'wrong', score: 0 } as const

describe('the first wrong step', () => {
  it('is none where nothing is wrong', () => {
    expect(judged({})).toEqual({ firstWrongStep: null, marked: [] })
    const mild: Given = { a: { verdict: 'through' }, b: { verdict: 'empty', score: 0 }, c: { verdict: 'unreadable' } }
    expect(judged({ ...mild, e: { verdict: 'review', score: null } })).toMatchObject({
      firstWrongStep: null,
      marked: [],
    })
    expect(judged({ a: { verdict: 'broken', score: null } }).marked).toEqual([])
  })

  it('is marked once a chain, and the file names the first chain', () => {
    expect(judged({ a: wrong, b: wrong, c: wrong })).toMatchObject({ firstWrongStep: 'a', marked: ['a'] })
    expect(judged({ b: wrong, c: wrong, e: wrong })).toMatchObject({ firstWrongStep: 'b', marked: ['b', 'e'] })
    // what lies between is right by its own values: the earlier slip is still the first
    expect(judged({ a: wrong, b: { verdict: 'through' }, c: wrong })).toMatchObject({ marked: ['a'] })
    expect(judged({ e: wrong })).toMatchObject({ firstWrongStep: 'e', marked: ['e'] })
  })

  it('may be a named mistake, or a convention that costs points', () => {
    expect(judged({ a: { verdict: 'mistake', score: 0.5 } }).firstWrongStep).toBe('a')
    expect(judged({ a: { verdict: 'convention', score: 0.5 } }).firstWrongStep).toBe('a')
    expect(judged({ a: { verdict: 'convention', score: 1 } }).firstWrongStep).toBeNull()
    expect(judged({ a: { verdict: 'convention', score: null } }).firstWrongStep).toBe('a')
  })

  it('may be partly right, if what is not right is wrong and not just blank', () => {
    const partial = { verdict: 'partial', score: 0.5 } as const
    expect(judged({ a: { ...partial, cells: ['right', 'wrong', 'empty'] } }).firstWrongStep).toBe('a')
    expect(judged({ a: { ...partial, cells: ['right', 'unreadable', 'empty'] } }).firstWrongStep).toBeNull()
    expect(judged({ a: partial }).firstWrongStep).toBe('a')
  })
})

describe('where a sheet parts', () => {
  const truth = key.expected.a?.data ?? []
  const grid = (values: (number | string)[], shape = [values.length]): Record<string, RawAnswer> => ({
    a: { kind: 'tensor', shape, cells: values.map(String) },
  })

  it('is the first filled entry that is off', () => {
    const [p = 0, q = 0, r = 0] = truth
    expect(judged({ a: wrong }, grid([p + 1, q, r])).divergence).toEqual({ field: 'a', step: 'a', cell: 0 })
    expect(judged({ a: wrong }, grid([p, q + 1, r + 1])).divergence).toEqual({ field: 'a', step: 'a', cell: 1 })
    expect(judged({ a: wrong }, grid(['', q, r + 1])).divergence).toEqual({ field: 'a', step: 'a', cell: 2 })
    expect(judged({ a: wrong }, grid(['?', q, r - 1])).divergence?.cell).toBe(2)
  })

  it('is the whole where no entry is off, where there is only one, and where the shape is another', () => {
    expect(judged({ a: wrong }, grid(truth)).divergence).toEqual({ field: 'a', step: 'a', cell: null })
    expect(judged({ a: wrong }, grid([1, 2, 3], [3, 1])).divergence?.cell).toBeNull()
    expect(judged({ c: wrong }, { c: { kind: 'number', text: '-5' } }).divergence).toEqual({
      field: 'c',
      step: 'c',
      cell: null,
    })
  })

  it('is nowhere where nothing is wrong', () => {
    expect(judged({})).not.toHaveProperty('divergence')
  })

  it('is not where the entry follows from earlier answers', () => {
    const sheet = openSheet(question, { id: 'one', variant, key, answers: {} })
    const findings = sheet.findings.get('b')
    const right = findings?.truth.data ?? []
    if (!findings) throw new Error('b is not judged')
    const values = right.map((value, k) => value + [5, 0, 7][k]!)
    Object.assign(findings, {
      through: { shape: [3], data: values.with(2, 0) },
      reading: { ...findings.reading, state: 'read', shape: [3], values, cells: ['filled', 'filled', 'filled'] },
    })
    sheet.gradings.set('b', { field: 'b', kind: 'tensor', verdict: 'wrong', score: 0, points: 1 })
    expect(findFirstWrong(question, sheet).divergence).toEqual({ field: 'b', step: 'b', cell: 2 })
  })
})
