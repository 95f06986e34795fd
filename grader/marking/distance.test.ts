import { describe, expect, it } from 'vitest'
import { bandAt, cellDistance, distanceFrom, floatNoise } from './distance.ts'
import { readingOf } from './testing/reading.ts'

describe('the distance of a cell', () => {
  it('is counted in bands: 1 is the edge, and the edge is within', () => {
    expect(cellDistance(1.5, 1, 0.5)).toBeLessThanOrEqual(1)
    expect(cellDistance(1.500001, 1, 0.5)).toBeGreaterThan(1)
    expect(cellDistance(0.5, 1, 0.25)).toBeCloseTo(2, 6)
    expect(cellDistance(-1, 1, 0.5)).toBeCloseTo(4, 6)
  })

  it('allows the arithmetic of float64 and no more where a value is exact', () => {
    expect(cellDistance(3, 3, 0)).toBe(0)
    expect(cellDistance(0.1 + 0.2, 0.3, 0)).toBeLessThan(1)
    expect(cellDistance(3.00001, 3, 0)).toBeGreaterThan(1)
    expect(cellDistance(2 ** 51 + 1, 2 ** 51, 0)).toBeGreaterThan(1)
    expect(floatNoise(0)).toBe(1e-9)
    expect(floatNoise(-1e12)).toBeCloseTo(1e-9 + Number.EPSILON * 1e12, 12)
  })

  it('is infinite for what is no number', () => {
    expect(cellDistance(Number.NaN, 1, 1)).toBe(Infinity)
    expect(cellDistance(1, Number.NaN, 1)).toBe(Infinity)
  })
})

describe('the band of a cell', () => {
  it('is its own, or the widest for a value of another shape', () => {
    expect(bandAt([0.1, 0.3, 0.2], 2, 3)).toBe(0.2)
    expect(bandAt([0.1, 0.3, 0.2], 2, 6)).toBe(0.3)
    expect(bandAt([], 0, 2)).toBe(0)
    expect(bandAt([-0.1], 0, 2)).toBe(0)
    expect(bandAt([], 0, 0)).toBe(0)
  })
})

describe('the distance of an answer', () => {
  const value = { shape: [3], data: [1, 2, 3] }
  const bands = [0.1, 0.1, 0.5]

  it('is that of its farthest cell', () => {
    expect(distanceFrom(readingOf([1, 2, 3]), value, bands)).toBe(0)
    expect(distanceFrom(readingOf([1, 2.1, 3.25]), value, bands)).toBeCloseTo(1, 6)
    expect(distanceFrom(readingOf([1.3, 2, 3]), value, bands)).toBeCloseTo(3, 6)
  })

  it('leaves out cells that were not filled, but not all of them', () => {
    expect(distanceFrom(readingOf([1, Number.NaN, 3]), value, bands)).toBe(0)
    expect(distanceFrom(readingOf([9, 2, 3], { cells: ['unreadable', 'filled', 'filled'] }), value, bands)).toBe(0)
    expect(distanceFrom(readingOf([Number.NaN, Number.NaN, Number.NaN]), value, bands)).toBe(Infinity)
  })

  it('is infinite for another shape and for what was not read', () => {
    expect(distanceFrom(readingOf([1, 2, 3], { shape: [3, 1] }), value, bands)).toBe(Infinity)
    expect(distanceFrom(readingOf([1, 2, 3], { state: 'unreadable' }), value, bands)).toBe(Infinity)
    expect(distanceFrom(readingOf([1, 2, 3]), { shape: [3], data: [1, 2] }, bands)).toBe(Infinity)
  })
})
