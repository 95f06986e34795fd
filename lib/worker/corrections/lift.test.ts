import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldGrading, QuestionGrading } from '../../../grader/marking/verdict.ts'
import { acceptBoth, asExecuted, givePoints } from './lift.ts'

const field = (name: string, score: number | null): FieldGrading => ({
  field: name,
  kind: 'number',
  verdict: score === null ? 'review' : score === 1 ? 'right' : score === 0 ? 'wrong' : 'mistake',
  score,
  points: 2,
})
const grading = (...scores: (number | null)[]): QuestionGrading => ({
  slug: 'q',
  version: 'v',
  seed: 's',
  fields: scores.map((score, k) => field(`f${k}`, score)),
  firstWrongStep: 'f0',
  divergence: { field: 'f0', step: 'f0', cell: null },
  execution: { backend: 'cpu', adapter: '', tfjs: '', node: '', grader: '', milliseconds: 1 },
})
const scores = (made: QuestionGrading) => made.fields.map(({ score }) => score)

describe('accepting both', () => {
  it('counts for each field what is better', () => {
    const made = acceptBoth(grading(0, 1, 0.5), grading(1, 0, 0.25))
    expect(scores(made)).toEqual([1, 1, 0.5])
    expect(made.fields.map(({ corrected }) => corrected)).toEqual(['both', undefined, undefined])
    expect(made.fields[0]?.verdict).toBe('right')
    expect(made).toMatchObject({ firstWrongStep: null, executed: { firstWrongStep: 'f0' } })
    expect(made.divergence).toBeUndefined()
  })

  it('leaves to a person what one of the two leaves to them, but for what is all right', () => {
    expect(scores(acceptBoth(grading(0, null, 1, null), grading(null, 0, null, 1)))).toEqual([null, null, 1, 1])
  })

  it('of the same twice is nothing but that', () => {
    const same = grading(0, 0.5, null)
    expect(acceptBoth(same, same).fields.map(({ score }) => score)).toEqual([0, 0.5, null])
    expect(acceptBoth(grading(0, 1), grading(0, 1))).toEqual(grading(0, 1))
  })
})

describe('giving points', () => {
  it('gives all of the named fields, or of every field, and leaves the verdicts', () => {
    const made = givePoints(grading(0, 0, null), ['f1', 'f2'])
    expect(scores(made)).toEqual([0, 1, 1])
    expect(made.fields.map(({ verdict, corrected }) => [verdict, corrected])).toEqual([
      ['wrong', undefined],
      ['wrong', 'points'],
      ['review', 'points'],
    ])
    expect(scores(givePoints(grading(0, 0, null), []))).toEqual([1, 1, 1])
  })

  it('of what is right already changes nothing', () => {
    expect(givePoints(grading(1, 0), ['f0'])).toEqual(grading(1, 0))
  })
})

it('nobody loses by either, and what was executed is kept whatever is lifted', () => {
  const some = fc.array(fc.constantFrom(0, 0.25, 1, null), { minLength: 3, maxLength: 3 }).map((all) => grading(...all))
  fc.assert(
    fc.property(some, some, fc.subarray(['f0', 'f1', 'f2'], { minLength: 1 }), (now, former, fields) => {
      const both = acceptBoth(now, former)
      const given = givePoints(both, fields)
      for (const [made, sources] of [
        [both, [now, former]],
        [given, [both]],
      ] as const) {
        expect(asExecuted(made)).toEqual(now)
        for (const source of sources)
          for (const [k, before] of source.fields.entries()) {
            const after = made.fields[k]?.score ?? null
            if (after !== null && before.score !== null) expect(after).toBeGreaterThanOrEqual(before.score)
          }
      }
    }),
    { seed: 71, numRuns: 300 },
  )
})
