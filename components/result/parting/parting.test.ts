import { describe, expect, it } from 'vitest'
import type { Field } from '../../../grader/answers/field.ts'
import type { ShownField, ShownGrading, ShownQuestion } from '../result.ts'
import { partingAt } from './parting.ts'

const tensor = (name: string): Field => ({
  name,
  label: name,
  points: 1,
  kind: 'tensor',
  shape: [2],
  resizable: false,
  decimals: 1,
})

function answered(
  name: string,
  own: number[] | null,
  grading: Partial<ShownGrading>,
  after: string[] = [],
): ShownField {
  return {
    name,
    answer: own && { kind: 'tensor', shape: [own.length], cells: own.map(String) },
    own: own && { shape: [own.length], data: own },
    after,
    grading: { verdict: 'right', score: 0, points: 1, ...grading },
    earned: 0,
    expected: { shape: [2], data: [1, 2] },
    expectedNodes: null,
    accepted: null,
    bands: null,
    said: [],
    messageNodes: null,
    review: null,
  }
}

function questionOf(fields: ShownField[], more: Partial<ShownQuestion> = {}): ShownQuestion {
  const paper = { slug: 'q', title: 'Q', points: 3, nodes: [], fields: fields.map(({ name }) => tensor(name)) }
  const rest = { slug: 'q', title: 'Q', points: 3, earned: 0, solved: [], firstWrongStep: null, slips: [] }
  return { ...rest, paper, divergence: null, fields, ...more }
}

const wrong: Partial<ShownGrading> = { verdict: 'wrong', cells: ['right', 'wrong'], firstWrong: true }

describe('where values parted', () => {
  it('is the first field that went wrong, its first wrong entry, and what was computed from it', () => {
    const parting = partingAt(
      questionOf([
        answered('o', [1, 2], {}),
        answered('c', [1, 9], wrong, ['o']),
        answered('s', [1, 8], { verdict: 'through' }, ['o', 'c']),
        answered('t', [5, 5], { verdict: 'wrong', cells: ['wrong', 'wrong'] }, ['c']),
        answered('other', [7, 7], { verdict: 'wrong' }),
      ]),
      'c',
    )
    expect(parting?.first).toMatchObject({ state: 'parted', off: [false, true], first: 1, typed: ['1', '9'] })
    expect(parting?.fromOwn).toBe(true)
    expect(parting?.later.map(({ field, state }) => [field.name, state])).toEqual([
      ['s', 'followed'],
      ['t', 'off'],
    ])
  })

  it('is the entry that the grader says, where it says one', () => {
    const question = questionOf([answered('c', [8, 9], { ...wrong, cells: ['wrong', 'wrong'] })])
    expect(partingAt(question, 'c')?.first.first).toBe(0)
    const told = questionOf(question.fields, { divergence: { field: 'c', cell: 1 } })
    expect(partingAt(told, 'c')?.first.first).toBe(1)
  })

  it('shows what follows from two wrong fields once', () => {
    const question = questionOf([
      answered('o', [1, 9], wrong),
      answered('i', [1, 9], wrong),
      answered('s', [1, 9], { verdict: 'through' }, ['o', 'i']),
    ])
    expect(partingAt(question, 'o')?.later).toHaveLength(1)
    expect(partingAt(question, 'i')?.later).toHaveLength(0)
  })

  it('compares no entries where the shape is another one, and nothing that is not wrong', () => {
    const question = questionOf([answered('c', [1, 2, 3], wrong), answered('s', null, { verdict: 'empty' }, ['c'])])
    const parting = partingAt(question, 'c')
    expect(parting?.first).toMatchObject({ own: null, ownShape: [3], first: null, off: [] })
    expect(parting?.later[0]?.state).toBe('unanswered')
    expect(partingAt(question, 's')).toBeNull()
    expect(partingAt(question, 'nowhere')).toBeNull()
  })
})
