import { expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { ownFields, ownValues } from './own-values.ts'
import { openSheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: A grid that may be resized
parameters:
  A: decimals([2, 3], 1, 9, 1)
reference:
  B: 2 A
  y: sum(B)
answers:
  B: { points: 1, resizable: true }
  y: { points: 1 }
---
:answer[B] :answer[y]
`,
  'grid',
)

it('takes only answers of the shape of the step, and no cell that was not read', () => {
  const { variant, key } = desk(question, 'grid')
  const own = (answer: RawAnswer | null) => {
    const fields = question.answers.flatMap((field) => (field.kind === 'number' ? ownFields(question, field) : []))
    return ownValues(openSheet(question, { id: 'one', variant, key, answers: { B: answer } }), fields).get('B')
  }
  const cells = ['1', '2', '3', '4', '5', 'x']
  expect(own({ kind: 'tensor', shape: [2, 3], cells })).toEqual([1, 2, 3, 4, 5, Number.NaN])
  expect(own({ kind: 'tensor', shape: [3, 2], cells })).toBeUndefined()
  expect(own(null)).toBeUndefined()
})

it('takes the fields that the author allows, in the order of the file', () => {
  const field = question.answers[1]
  const names = (after: string[]) =>
    field?.kind === 'number' ? ownFields(question, { ...field, after }).map(({ name }) => name) : []
  expect(names(['B'])).toEqual(['B'])
  expect(names(['y', 'B'])).toEqual(['B', 'y'])
  expect(names([])).toEqual([])
})
