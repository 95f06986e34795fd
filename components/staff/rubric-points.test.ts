import { describe, expect, it } from 'vitest'
import { rubricPoints } from './rubric-points.ts'

describe('points from a rubric', () => {
  const item = (id: string, amount: number, unit: 'points' | 'share' = 'points') => ({ id, says: id, amount, unit })
  const items = [item('a', 0.1), item('b', 0.2), item('c', 2), item('d', -1), item('half', 0.5, 'share')]
  const rubric = { version: 1, base: 'zero', items } as const

  it('add up as people add', () => {
    expect(rubricPoints(rubric, ['a', 'b'], 3)).toBe(0.3)
  })

  it('stay between nothing and what the part is worth', () => {
    expect(rubricPoints(rubric, ['a', 'b', 'c'], 2)).toBe(2)
    expect(rubricPoints(rubric, ['d'], 2)).toBe(0)
  })

  it('ignore an item that is not there', () => {
    expect(rubricPoints(rubric, ['gone'], 2)).toBe(0)
  })

  it('are taken away from all there is where the rubric starts there, shares being of the part', () => {
    expect(rubricPoints({ ...rubric, base: 'full' }, ['d'], 4)).toBe(3)
    expect(rubricPoints(rubric, ['half'], 4)).toBe(2)
  })
})
