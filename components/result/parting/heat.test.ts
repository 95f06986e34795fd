import { describe, expect, it } from 'vitest'
import { heatLevel, scaleOf } from './heat.ts'

describe('the colours of values', () => {
  it('go both ways from zero, which has none', () => {
    expect([-4, -0.1, 0, 0.1, 2, 4].map((value) => heatLevel(value, 4))).toEqual([-5, -1, 0, 1, 3, 5])
  })

  it('end with the scale, whatever somebody typed', () => {
    expect(heatLevel(1e9, 4)).toBe(5)
    expect(heatLevel(null, 4)).toBe(0)
    expect(heatLevel(Number.NaN, 4)).toBe(0)
    expect(heatLevel(3, 0)).toBe(0)
  })

  it('share a scale that holds what is expected', () => {
    expect(scaleOf([-3, 2, null, Number.POSITIVE_INFINITY])).toBe(3)
    expect(scaleOf([])).toBe(0)
  })
})
