import { describe, expect, it } from 'vitest'
import { compareFields, type Judged } from './compare-fields.ts'
import { distributionOf } from './distribution.ts'

const y = (verdict: Judged['verdict'], score: number | null, points = 2): Judged => ({
  field: 'y',
  verdict,
  score,
  points,
})
const z: Judged = { field: 'z', verdict: 'right', score: 1, points: 2 }

describe('fields before and after', () => {
  it('are named where their verdict or their points in the exam differ', () => {
    expect(compareFields([y('right', 1), z], [y('right', 1), z], 8)).toEqual([])
    expect(compareFields([y('wrong', 0), z], [y('right', 1), z], 8)).toEqual([
      { field: 'y', from: 'wrong', to: 'right', before: 0, after: 4 },
    ])
    expect(compareFields([y('partial', 0.25), z], [y('partial', 0.5), z], 8)).toMatchObject([{ before: 1, after: 2 }])
  })

  it('have no points while they wait for a person', () => {
    expect(compareFields([y('right', 1)], [y('broken', null)], 8)).toMatchObject([{ before: 8, after: null }])
    expect(compareFields([], [y('right', 1)], 8)).toMatchObject([{ from: null, before: null, after: 8 }])
  })

  it('are rounded as results are: what a part is worth first, then what is earned of it', () => {
    const thirds = (score: number): Judged[] =>
      ['a', 'b', 'c'].map((field) => ({ ...z, field, score, verdict: 'partial' }))
    // 1/3 of 2 points is 0.67, half of that 0.34
    expect(compareFields(thirds(0), thirds(0.5), 2)).toMatchObject([{ after: 0.34 }, { after: 0.34 }, { after: 0.34 }])
  })

  it('share the points of the question as the version says', () => {
    expect(compareFields([y('right', 1), z], [y('right', 1, 6), z], 8)).toEqual([
      { field: 'y', from: 'right', to: 'right', before: 4, after: 6 },
      { field: 'z', from: 'right', to: 'right', before: 4, after: 2 },
    ])
  })
})

describe('a distribution', () => {
  it('has ten bins, the most points in the last one', () => {
    const { width, before, after } = distributionOf(20, [
      { before: 0, after: 20 },
      { before: 1.99, after: 2 },
      { before: 19.9, after: 25 },
    ])
    expect(width).toBe(2)
    expect(before).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(after).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 2])
  })
})
