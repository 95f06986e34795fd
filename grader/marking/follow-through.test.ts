import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { followingRuns, followThrough } from './follow-through.ts'
import { openSheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: A chain with a shortcut
parameters:
  x: [2, 3, 5]
reference:
  a: 2 x
  b: 3 a
  c: a + b
  n: sum(c)
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1 }
  c: { points: 1, decimals: 1, after: [a] }
  n: { points: 1, decimals: 1, after: [] }
---
:answer[a] :answer[b] :answer[c] :answer[n]
`,
  'shortcut',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [3], cells: values.map(String) })
const opened = (answers: Record<string, RawAnswer>) => openSheet(question, { id: 'one', variant, key, answers })

/** What is executed anew: for which fields, with which own values in place. */
const runs = (answers: Record<string, RawAnswer>) =>
  followingRuns(question, [opened(answers)]).map(({ fields, run }) => ({
    for: fields.map(({ name }) => name).join(),
    from: [...(run.overrides ?? [])].map(([step, values]) => `${step}: ${values.join(' ')}`),
  }))

const a = grid(4, 6, 11)
const right = { a: grid(4, 6, 10), b: grid(12, 18, 30), c: grid(16, 24, 40) }

describe('what is recomputed from own earlier answers', () => {
  it('is nothing where all is right', () => {
    expect(runs(right)).toEqual([])
    expect(runs({ a, b: right.b })).toEqual([])
    expect(runs({})).toEqual([])
  })

  it('is what is not right, from all that was answered', () => {
    expect(runs({ a, b: grid(12, 18, 33) })).toEqual([{ for: 'b', from: ['a: 4 6 11', 'b: 12 18 33'] }])
  })

  it('is by itself what may use only some of the earlier answers', () => {
    const b = grid(12, 18, 33)
    expect(runs({ a, b: right.b, c: grid(1, 2, 3) })).toEqual([{ for: 'c', from: ['a: 4 6 11'] }])
    expect(runs({ a, b, c: grid(1, 2, 3) }).map((run) => run.for)).toEqual(['b', 'c'])
  })

  it('is never what may use none', () => {
    expect(runs({ a, n: { kind: 'number', text: '7' } })).toEqual([])
  })

  it('is what was filled in part, though right so far', () => {
    expect(runs({ a, b: grid(12, '', 30) })).toMatchObject([{ for: 'b' }])
    expect(runs({ a, b: grid('?', '?', '') })).toEqual([])
  })

  it('is nothing where no own value can be put in place', () => {
    expect(runs({ b: grid(1e15, 18, 30) })).toEqual([])
    expect(runs({ c: grid(1, 2, 3) })).toEqual([])
  })

  it('is executed on the numbers of the sheet', () => {
    const sheet = opened({ a, b: grid(1, 2, 3) })
    const [first] = followingRuns(question, [sheet])
    expect(first?.sheet).toBe(sheet)
    expect(first?.run.variant).toBe(variant)
  })
})

describe('what it gives', () => {
  const given = (data: number[] | null, certain: boolean) => {
    const sheet = opened({ a, b: grid(12, 18, 33) })
    followThrough(followingRuns(question, [sheet]), [{ value: () => data, certain: () => certain }])
    const { through, doubtful } = sheet.findings.get('b') ?? {}
    return { through, doubtful }
  }
  const value = { shape: [3], data: [12, 18, 33] }

  it('is followed where both executions agree on it, else it is doubtful', () => {
    expect(given([12, 18, 33], true)).toEqual({ through: value, doubtful: null })
    expect(given([12, 18, 33], false)).toEqual({ through: null, doubtful: value })
  })

  it('is nothing where it is not finite, or where there is none', () => {
    expect(given([12, Infinity, 33], false)).toEqual({ through: null, doubtful: null })
    expect(given(null, true)).toEqual({ through: null, doubtful: null })
  })

  it('is not followed in another size', () => {
    expect(given([12, 18], true)).toMatchObject({ through: null, doubtful: { data: [12, 18] } })
  })
})
