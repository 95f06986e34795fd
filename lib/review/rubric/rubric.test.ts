import { describe, expect, it } from 'vitest'
import { authoredRubric, type Rubric, rubricPoints, tickedIds } from './rubric.ts'

const item = (id: string, amount: number, unit: 'points' | 'share' = 'points') => ({ id, says: id, amount, unit })

describe('points by a rubric', () => {
  const rubric: Rubric = { version: 1, base: 'zero', items: [item('a', 0.1), item('b', 0.2), item('c', 0.5, 'share')] }

  it('add up, or are taken away from all there is', () => {
    expect(rubricPoints(rubric, ['a', 'b'], 0, 4)).toBe(0.3)
    expect(rubricPoints(rubric, ['c'], 0, 4)).toBe(2)
    expect(rubricPoints({ version: 1, base: 'full', items: [item('slip', -1)] }, ['slip'], 0, 4)).toBe(3)
  })

  it('have the reviewer’s own on top, and stay between nothing and all there is', () => {
    expect(rubricPoints(rubric, ['a'], 1, 4)).toBe(1.1)
    expect(rubricPoints(rubric, ['c'], 9, 4)).toBe(4)
    expect(rubricPoints(rubric, ['a'], -9, 4)).toBe(0)
  })

  it('of a question file grow with the field, and its items have ids', () => {
    const own = authoredRubric([{ says: 'Names it', points: 1 }], 2.5)
    expect(own.items).toEqual([{ id: 'file-0', says: 'Names it', amount: 2.5, unit: 'points' }])
    expect(tickedIds([0, 'x'])).toEqual(['file-0', 'x'])
  })
})
