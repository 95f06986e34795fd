import { describe, expect, it } from 'vitest'
import { rubricPoints } from './rubric-points.ts'

describe('points from a rubric', () => {
  const rubric = [{ points: 0.1 }, { points: 0.2 }, { points: 2 }, { points: -1 }]

  it('add up as people add', () => {
    expect(rubricPoints(rubric, [0, 1], 3)).toBe(0.3)
  })

  it('stay between nothing and what the part is worth', () => {
    expect(rubricPoints(rubric, [0, 1, 2], 2)).toBe(2)
    expect(rubricPoints(rubric, [3], 2)).toBe(0)
  })

  it('ignore an item that is not there', () => {
    expect(rubricPoints(rubric, [9], 2)).toBe(0)
  })
})
