import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { FieldGrading } from '../../../grader/marking/verdict.ts'
import type { GivenAnswer } from './answer.ts'
import { type AnswerGroup, makeGroups, type SameFormulas } from './make-groups.ts'
import { sign } from './sign.ts'

/** Written the same is the same: what says the same is the grading process's to find out. */
const asWritten: SameFormulas = (formulas) =>
  formulas.map(({ source }) => formulas.findIndex((other) => other.source === source))

function answer(id: number, raw: RawAnswer | null, grading: Partial<FieldGrading>, seed = 'a'): GivenAnswer {
  return {
    submissionId: `s${String(id).padStart(3, '0')}`,
    answer: raw,
    pages: false,
    grading: { field: 'y', kind: raw?.kind ?? 'number', verdict: 'wrong', score: 0, points: 1, ...grading },
    divergence: null,
    variant: {
      seed,
      step: 'y',
      bands: [0.005],
      steps: { y: { shape: [], data: [3.7] } },
      params: {},
      arrangement: [0, 1, 2],
    },
  }
}

const value = (id: number, typed: number, seed = 'a') =>
  answer(id, { kind: 'number', text: `${typed}` }, { parsed: { shape: [], data: [typed] } }, seed)
const text = (id: number, markdown: string) =>
  answer(id, { kind: 'text', markdown }, { verdict: 'review', score: null })

const membersOf = (groups: readonly AnswerGroup[]) =>
  groups.map(({ key, members }) => [key, members.map(({ submissionId }) => submissionId).sort()])

const some = fc.oneof(
  fc.constantFrom(1.41, 1.412, 1.413, 7.4, 2.1, 7.001, 0.5).map((typed) => (id: number) => value(id, typed)),
  fc.constantFrom(1.41, 5.5).map((typed) => (id: number) => value(id, typed, 'b')),
  fc
    .constantFrom('shared weights', 'Shared weight.', 'the gradient is sparse', '')
    .map((typed) => (id: number) => text(id, typed)),
  fc
    .constantFrom('x+1', 'x + 1', '1+x')
    .map((source) => (id: number) => answer(id, { kind: 'formula', notation: 'text', source }, {})),
  fc
    .constantFrom<string[][]>(['a'], ['b', 'c'])
    .map((chosen) => (id: number) => answer(id, { kind: 'choice', chosen }, {})),
  fc.constantFrom('slip', 'other').map((slip) => (id: number) => {
    const named = { id: slip, says: `A ${slip}.`, kind: 'mistake' as const }
    return answer(id, { kind: 'number', text: '1' }, { verdict: 'mistake', named })
  }),
)
const classes = fc.array(some, { maxLength: 40 }).map((made) => made.map((one, id) => one(id)))

describe('groups of answers', () => {
  it('hold every answer once, whatever the order they come in', () => {
    fc.assert(
      fc.property(classes, fc.integer(), (answers, turn) => {
        const groups = makeGroups(answers, asWritten)
        const all = groups.flatMap(({ members }) => members.map(({ submissionId }) => submissionId))
        expect(all.sort()).toEqual(answers.map(({ submissionId }) => submissionId).sort())
        expect(groups.every(({ members, leader }) => members.some(({ submissionId }) => submissionId === leader))).toBe(
          true,
        )
        expect(groups.every(({ alike }) => alike > 0 && alike <= 1 + 1e-12)).toBe(true)
        const at = answers.length > 0 ? Math.abs(turn) % answers.length : 0
        const turned = [...answers.slice(at), ...answers.slice(0, at)].reverse()
        expect(makeGroups(turned, asWritten)).toEqual(groups)
      }),
      { numRuns: 120, seed: 5 },
    )
  })

  it('of exact kinds are those with the same signature', () => {
    fc.assert(
      fc.property(classes, (answers) => {
        const groups = new Map(
          makeGroups(answers, asWritten).flatMap(({ key, members }) => members.map((one) => [one.submissionId, key])),
        )
        const own = answers.flatMap((one) => {
          const found = sign(one).own
          return found ? [[one.submissionId, found.key] as const] : []
        })
        const shared = own.filter(([, key]) => own.filter(([, other]) => other === key).length > 1)
        for (const [one, key] of shared)
          for (const [other, its] of shared) expect(groups.get(one) === groups.get(other)).toBe(key === its)
      }),
      { numRuns: 60, seed: 6 },
    )
  })

  it('are the same value to the band, within one variant alone', () => {
    const groups = makeGroups(
      [value(1, 1.41), value(2, 1.412), value(3, 1.3), value(4, 1.3), value(5, 1.41, 'b')],
      asWritten,
    )
    expect(groups.map(({ title, members }) => [title.kind, title.text, members.length])).toEqual([
      ['value', '1.41', 2],
      ['value', '1.3', 2],
      ['alone', undefined, 1],
    ])
  })

  it('say how alike their members are', () => {
    const groups = makeGroups(
      [
        text(1, 'Weights are shared at all pixels'),
        text(2, 'weights are shared at all the pixels!'),
        text(3, 'The weights are shared at each pixel'),
        text(4, 'no idea'),
      ],
      asWritten,
    )
    expect(groups.map(({ title, members, leader }) => [title.kind, members.length, leader])).toEqual([
      ['text', 3, 's001'],
      ['alone', 1, 's004'],
    ])
    expect(groups[0]?.alike).toBeGreaterThan(0.7)
    expect(groups[0]?.alike).toBeLessThan(1)
    const formulas = ['x+1', 'x+1', 'x + 2'].map((source, id) =>
      answer(id, { kind: 'formula', notation: 'text', source }, {}),
    )
    expect(membersOf(makeGroups(formulas, asWritten)).map(([, members]) => members)).toEqual([
      ['s000', 's001'],
      ['s002'],
    ])
  })
})
