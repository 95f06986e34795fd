import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import { operations } from '../../grader/operations/library.ts'
import { drawVariant } from '../../grader/question/draw-variant.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { arrangementFor, fieldProblem, formProblem } from './fit-fields.ts'
import { parameterProblem } from './fit-parameters.ts'

const source = `---
title: Of every sort
parameters:
  n: integer(2, 4)
  x: decimals([n], -1, 1, 1)
  k: integer(1, 5)
  c: 3
reference:
  y: c * x
answers:
  y: { points: 2, decimals: 1 }
  pick: { kind: choice, points: 1, options: { right: [A], others: [B, C] } }
  lines: { kind: order, points: 1, lines: [first, second], distractors: [never] }
---
From {{x}}, {{c}} and {{k}}: :answer[y] :answer[pick] :answer[lines]
`

function read(text: string) {
  const parsed = parseQuestion(text, 'sort', operations)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
  return parsed.question
}

const old = read(source)
const variant = drawVariant(old, 'seed')
const problem = (from: string, to: string) => parameterProblem(read(source.replace(from, to)), variant)

describe('parameters', () => {
  it('keep their values where only ranges differ', () => {
    expect(parameterProblem(old, variant)).toBeNull()
    expect(problem('decimals([n], -1, 1, 1)', 'decimals([n], 5, 6, 2)')).toBeNull()
  })

  it.each([
    ['c: 3', 'c: 4', /c: it is a constant of another value/],
    ['[n], -1', '[n + 1], -1', /x: its shape would be/],
    ['decimals([n], -1', 'integers([n], -1', /x: it would be whole/],
    ['k: integer(1, 5)', 'k: integer(1, 5)\n  extra: integer(1, 2)', /new parameter extra/],
    ['k: integer(1, 5)', 'm: integer(1, 5)', /no parameter k any more/],
  ])('refuse %s → %s', (from, to, message) => {
    const text = to.startsWith('m:') ? source.replace('{{k}}', '{{m}}') : source
    const next = to.startsWith('integers') ? text.replace(from, to).replace(', 1, 1)', ', 1)') : text.replace(from, to)
    expect(parameterProblem(read(next), variant)).toMatch(message)
  })
})

describe('fields', () => {
  it('must be the same, of the same kinds', () => {
    expect(fieldProblem(old, old)).toBeNull()
    const other = read(
      source.replace(
        'pick: { kind: choice, points: 1, options: { right: [A], others: [B, C] } }',
        'pick: { kind: text, points: 1, rubric: [{ says: A, points: 1 }] }',
      ),
    )
    expect(fieldProblem(old, other)).toBe('The answer field pick was a choice; in the corrected question it is a text.')
    const [less, more] = [{ ...old, answers: old.answers.slice(1) }, old]
    expect(fieldProblem(old, less)).toMatch('no answer field y any more')
    expect(fieldProblem(less, more)).toMatch('new answer field y')
  })

  it('keep the place and the id of an option that has become right', () => {
    const next = read(source.replace('right: [A], others: [B, C]', 'right: [C], others: [A, B]'))
    const moved = arrangementFor(old, next, { pick: [2, 0, 1] })
    // C, A, B were shown: C is the right one now, and the first as written
    expect(moved).toEqual({ arrangement: { pick: [0, 1, 2] } })
    const lines = read(source.replace('[first, second]', '[second, first]'))
    expect(arrangementFor(old, lines, { lines: [1, 2, 0] })).toEqual({ arrangement: { lines: [0, 2, 1] } })
  })

  it('refuse options that nobody saw', () => {
    for (const options of ['right: [A], others: [B, D]', 'right: [A], others: [B, C, D]', 'right: [A], others: [B]'])
      expect(
        arrangementFor(old, read(source.replace('right: [A], others: [B, C]', options)), variant.arrangement),
      ).toEqual({
        problem: 'The options of pick are not those that students chose from.',
      })
  })

  it('refuse a grid of another shape, unless it may be resized', () => {
    const grid = (shape: number[], resizable: boolean): Field => {
      return { name: 'y', label: 'y', points: 1, kind: 'tensor', shape, resizable, decimals: 1 }
    }
    expect(formProblem([grid([2], false)], [grid([3], false)])).toMatch('form of y')
    expect(formProblem([grid([2], true)], [grid([3], true)])).toBeNull()
    expect(formProblem([grid([2], false)], [{ ...grid([2], false), points: 9 }])).toBeNull()
  })
})
