import { describe, expect, it } from 'vitest'
import { median, quantile } from './statistics.ts'

describe('quantiles', () => {
  it('are values of the sample, or lie between two of them', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0)).toBe(1)
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5)
    expect(quantile([10], 0.95)).toBe(10)
  })

  it('do not exist of nothing', () => {
    expect(() => median([])).toThrow()
  })
})
