import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Alternative } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import { openSheet } from './sheet.ts'
import { comesIn, stepsBetween } from './steps-between.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: Four steps, three boxes
parameters:
  x: [2, 3, 5]
reference:
  a: 2 x
  hidden: a + 1
  b: 3 hidden
  n: sum(b) + sum(a)
  own: 7 x
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1 }
  n: { points: 1, decimals: 1, after: [b] }
  own: { points: 1, decimals: 1 }
---
:answer[a] :answer[b] :answer[n] :answer[own]
`,
  'between',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [3], cells: values.map(String) })

const between = (name: string, answers: Record<string, RawAnswer> = {}) => {
  const sheet = openSheet(question, { id: 'one', variant, key, answers })
  return judgedFields(question).flatMap((field) =>
    field.name === name ? [...stepsBetween(question, sheet, field)].sort() : [],
  )
}

describe('the steps between an answer and the earlier ones', () => {
  it('reach back to the beginning where nothing was answered', () => {
    expect(between('b')).toEqual(['a', 'b', 'hidden'])
    expect(between('n')).toEqual(['a', 'b', 'hidden', 'n'])
    expect(between('own')).toEqual(['own'])
  })

  it('end before what was answered and may be used', () => {
    expect(between('b', { a: grid(1, 2, 3) })).toEqual(['b', 'hidden'])
    // n may not be judged from a, so that a mistake in it comes in here too
    expect(between('n', { a: grid(1, 2, 3), b: grid(1, 2, 3) })).toEqual(['a', 'n'])
  })

  it('do not end at what was left blank or cannot be put in place', () => {
    expect(between('b', { a: grid('', '', '') })).toEqual(['a', 'b', 'hidden'])
    expect(between('b', { a: grid(1e15, 2, 3) })).toEqual(['a', 'b', 'hidden'])
  })

  it('are where an alternative comes in that replaces one of them', () => {
    const replacing = (...names: string[]) => ({ steps: names.map((name) => ({ name })) }) as Alternative
    expect(comesIn(replacing('a', 'hidden'), new Set(['b', 'hidden']))).toBe(true)
    expect(comesIn(replacing('a'), new Set(['b', 'hidden']))).toBe(false)
  })
})
