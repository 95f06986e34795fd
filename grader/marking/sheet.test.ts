import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { VariantKey } from '../question/variant.ts'
import { openSheet, upstreamFields } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: Three steps, two boxes
parameters:
  x: [2, 3]
reference:
  a: 2 x
  hidden: a + 1
  b: 3 hidden
  alone: 7 x
answers:
  b: { points: 1, decimals: 1 }
  a: { points: 1, decimals: 1 }
  alone: { points: 1, decimals: 1 }
  why: { kind: text, points: 2, rubric: [{ says: Names it, points: 2 }] }
mistakes:
  cubed: { steps: { a: "x .* x .* x" }, says: A cube. }
  tripled: { steps: { a: 6 x }, says: A factor. }
  minus: { steps: { b: 3 hidden - 1 }, says: A sign. }
---
:answer[b] :answer[a] :answer[alone] :answer[why]
`,
  'three-steps',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: number[]): RawAnswer => ({ kind: 'tensor', shape: [2], cells: values.map(String) })

const findingsOf = (name: string, changed: Partial<VariantKey> = {}, answers: Record<string, RawAnswer> = {}) => {
  const sheet = openSheet(question, { id: 'one', variant, key: { ...key, ...changed }, answers })
  const found = sheet.findings.get(name)
  if (!found) throw new Error(`Nothing is found out about ${name}.`)
  return found
}

describe('a sheet that is opened', () => {
  it('knows of every computed field what was typed, what is right and how near that must be', () => {
    const sheet = openSheet(question, { id: 'one', variant, key, answers: { a: grid(1, 2) } })
    expect([...sheet.findings.keys()]).toEqual(['b', 'a', 'alone'])
    expect(sheet.gradings.size).toBe(0)
    expect(sheet.findings.get('a')).toMatchObject({
      reading: { state: 'read', values: [1, 2] },
      truth: { shape: [2], data: [4, 6] },
      bands: [0, 0],
      broken: null,
      through: null,
      doubtful: null,
      cheap: false,
      copied: false,
    })
    expect(sheet.findings.get('b')?.reading.state).toBe('empty')
    expect(findingsOf('a', {}, { a: grid(2, 3) }).copied).toBe(true)
  })

  it('is exact where its key has no bands', () => {
    expect(findingsOf('a', { bands: { a: [0.1, 0.2] } }).bands).toEqual([0.1, 0.2])
    expect(findingsOf('a', { bands: {} }).bands).toEqual([0, 0])
  })

  it('is broken where its key says so of the field or of its step, or has no value', () => {
    expect(findingsOf('a', { broken: { a: 'torn' } }).broken).toBe('torn')
    expect(findingsOf('b', { broken: { a: 'torn' } }).broken).toBeNull()
    const other = { ...question, answers: question.answers.map((field) => ({ ...field, name: `my ${field.name}` })) }
    const opened = (broken: Record<string, string>) =>
      openSheet(other, { id: 'one', variant, key: { ...key, broken }, answers: {} }).findings.get('my a')?.broken
    expect(opened({ a: 'torn' })).toBe('torn')
    expect(opened({ a: 'torn', 'my a': 'worn' })).toBe('worn')
    const missing = findingsOf('a', { expected: {} })
    expect(missing.broken).toBe('The key has no value of a.')
    expect(missing.truth).toEqual({ shape: [], data: [Number.NaN] })
  })
})

describe('the alternatives that a key has for a field', () => {
  const automatic = {
    ...question,
    version: 'automatic',
    alternatives: question.alternatives.map((each) => ({ ...each, automatic: each.id === 'tripled' })),
  }

  it('are candidates with their values and, where they were measured, their own bands', () => {
    expect(findingsOf('a').candidates).toEqual([
      { alternative: expect.objectContaining({ id: 'cubed' }), value: { shape: [2], data: [8, 27] } },
      { alternative: expect.objectContaining({ id: 'tripled' }), value: { shape: [2], data: [12, 18] } },
    ])
    const measured = findingsOf('a', { alternativeBands: { tripled: { a: [0.5, 0.5], b: [1, 1] } } })
    expect(measured.candidates.map(({ bands }) => bands)).toEqual([undefined, [0.5, 0.5]])
    expect(findingsOf('alone').candidates).toEqual([])
    expect(findingsOf('a', { alternatives: {} }).candidates).toEqual([])
  })

  it('are counted: the more were tried, the likelier is an accident', () => {
    expect(findingsOf('b').tried).toEqual({ authored: 3, automatic: 0, pairs: 0 })
    expect(findingsOf('a').tried).toEqual({ authored: 2, automatic: 0, pairs: 0 })
    const sheet = openSheet(automatic, { id: 'one', variant, key: { ...key }, answers: {} })
    expect(sheet.findings.get('b')?.tried).toEqual({ authored: 2, automatic: 1, pairs: 0 })
  })

  it('are each sheet’s own: what is found for one is not found for the next', () => {
    const row = { id: 'one', variant, key, answers: {} }
    const first = openSheet(question, row).findings.get('a')
    first?.candidates.pop()
    if (first) first.tried.authored = 99
    const second = openSheet(question, row).findings.get('a')
    expect(second?.candidates).toHaveLength(2)
    expect(second?.tried.authored).toBe(2)
  })

  it('are those of the version of the question', () => {
    const row = { id: 'one', variant, key, answers: {} }
    openSheet(question, row)
    const corrected = { ...question, version: 'corrected', alternatives: question.alternatives.slice(1) }
    expect(openSheet(corrected, row).findings.get('a')?.tried.authored).toBe(1)
  })
})

it('knows the fields that a field follows from, in the order of the file', () => {
  const names = [...upstreamFields(question)].map(([name, fields]) => [name, fields.map((field) => field.name)])
  expect(names).toEqual([
    ['b', ['a']],
    ['a', []],
    ['alone', []],
  ])
})
