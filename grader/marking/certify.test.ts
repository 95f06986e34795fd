import { describe, expect, it } from 'vitest'
import { breakAll, certify } from './certify.ts'
import { openSheet } from './sheet.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: A small and a large number
parameters:
  x: [0.5, 3]
reference:
  a: 2 x
  b: 1000000 a
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1 }
---
:answer[a] :answer[b]
`,
  'small-and-large',
)
const { variant, key } = desk(question, 'one')
const opened = (broken = {}) => openSheet(question, { id: 'one', variant, key: { ...key, broken }, answers: {} })

type Values = Record<string, number[] | null>
const right: Values = { a: [1, 6], b: [1e6, 6e6] }

/** Why each field is broken where the reference comes out like this. */
function reasons(values: Values, certain: (step: string) => boolean = () => true, broken = {}) {
  const sheet = opened(broken)
  const result = { value: (step: string) => values[step] ?? null, certain }
  certify(question, [sheet], new Map([[variant, result]]), paperExecutors())
  return [...sheet.findings.values()].map((each) => each.broken)
}

describe('a reference that is executed again', () => {
  it('must come out as its key says', () => {
    expect(reasons(right)).toEqual([null, null])
    const other = 'Executed again, a is not what the key of this variant says.'
    expect(reasons({ ...right, a: [1, 6.001] })).toEqual([other, null])
    expect(reasons({ ...right, a: [1] })).toEqual([other, null])
    expect(reasons({ ...right, a: [Number.NaN, 6] })).toEqual([other, null])
  })

  it('may differ in the last digits, however large', () => {
    expect(reasons({ a: [1 + 9e-10, 6], b: [1e6 + 9e-4, 6e6] })).toEqual([null, null])
    expect(reasons({ a: [1 + 2e-9, 6], b: [1e6, 6e6 + 8e-3] })).not.toContain(null)
  })

  it('must be the same in both executions', () => {
    const apart = 'The two executions of a do not agree (cpu and float64).'
    expect(reasons(right, (step) => step !== 'a')).toEqual([apart, null])
    expect(reasons({ ...right, a: null })).toEqual([apart, null])
  })

  it('must have been executed', () => {
    const sheet = opened()
    certify(question, [sheet], new Map(), paperExecutors())
    expect([...sheet.findings.values()].map(({ broken }) => broken)).toEqual([
      expect.stringContaining('do not agree'),
      expect.stringContaining('do not agree'),
    ])
  })

  it('says nothing more of a field that its key calls broken', () => {
    expect(reasons({ ...right, a: [7, 7] }, () => true, { a: 'torn' })).toEqual(['torn', null])
  })
})

it('breaks every field that is not broken yet', () => {
  const sheet = opened({ a: 'torn' })
  breakAll([sheet], 'It threw.')
  expect([...sheet.findings.values()].map(({ broken }) => broken)).toEqual(['torn', 'It threw.'])
})
