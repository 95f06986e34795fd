import { describe, expect, it } from 'vitest'
import { distanceOf, isFar, without } from './outlier.ts'

describe('a reviewer who scores unlike the others', () => {
  it('is told by standard errors', () => {
    // 1 point of spread, 25 scores against 100: standard error sqrt(1/25 + 1/100) = 0.2236
    const distance = distanceOf({ n: 25, mean: 3 }, { n: 100, mean: 2 }, 1)
    expect(distance).toBeCloseTo(4.472, 3)
    expect(isFar(distance)).toBe(true)
    expect(isFar(distanceOf({ n: 25, mean: 2.6 }, { n: 100, mean: 2 }, 1))).toBe(false)
    expect(isFar(distanceOf({ n: 25, mean: 1 }, { n: 100, mean: 2 }, 1))).toBe(true)
  })

  it('is not told by few scores, nor where all are the same', () => {
    expect(distanceOf({ n: 9, mean: 0 }, { n: 100, mean: 2 }, 1)).toBeNull()
    expect(distanceOf({ n: 100, mean: 0 }, { n: 9, mean: 2 }, 1)).toBeNull()
    expect(distanceOf({ n: 20, mean: 1 }, { n: 20, mean: 1 }, 0)).toBeNull()
  })

  it('is not among those it is compared with', () => {
    expect(without({ n: 30, mean: 2 }, { n: 10, mean: 4 })).toEqual({ n: 20, mean: 1 })
    expect(without({ n: 3, mean: 2 }, { n: 3, mean: 2 }).n).toBe(0)
  })
})
