import { describe, expect, it } from 'vitest'
import { randomFrom } from '../question/random.ts'
import { chanceOf, mostChance, mostChanceOfPairs } from './chance.ts'
import { distanceFrom } from './distance.ts'
import { readingOf } from './testing/reading.ts'

const read = (values: number[], shape = [values.length]) => readingOf(values, { shape, decimals: values.map(() => 3) })
const chance = (truth: number[], value: number[], within: number, unit: number, band = 0) =>
  chanceOf({
    reading: read(value),
    base: { shape: [truth.length], data: truth },
    bands: truth.map(() => band),
    value: { shape: [value.length], data: value },
    within: () => within,
    unit,
  })

describe('the chance that a number that means nothing lies as close', () => {
  it('is smaller the closer it lies, and the more cells tell', () => {
    expect(chance([1.2], [1.7], 0.001, 0.001)).toBeLessThan(chance([1.2], [1.7], 0.01, 0.001))
    expect(chance([1.2, 2.4], [1.7, 2.9], 0.001, 0.001)).toBeLessThan(chance([1.2], [1.7], 0.001, 0.001) ** 1.5)
  })

  it('is larger near what was expected, where small slips lead', () => {
    expect(chance([1.2], [1.21], 0.001, 0.001)).toBeGreaterThan(3 * chance([1.2], [1.7], 0.001, 0.001))
  })

  it('is no proof at all where the two do not differ, nor from cells that were left blank', () => {
    expect(chance([1.2, 3], [1.2, 3], 0.001, 0.001, 0.01)).toBe(1)
    const reading = read([9, 4])
    reading.cells[0] = 'empty'
    const at = { base: { shape: [2], data: [1, 4] }, bands: [0, 0], value: { shape: [2], data: [9, 4] } }
    expect(chanceOf({ ...at, reading, within: () => 0, unit: 1 })).toBe(1)
  })

  it('is large for whole numbers of which there are few, small for those of which there are many', () => {
    expect(chance([7], [9], 0, 1)).toBeGreaterThan(0.05)
    expect(chance([110592], [36864], 0, 1)).toBeLessThan(0.0001)
  })

  it('counts which cells are wrong as an accident too', () => {
    const mask = [0, 0, 1, 1, 1, 1, 0, 0]
    expect(chance(mask, [0, 1, 1, 1, 1, 1, 1, 0], 0, 1)).toBeLessThan(0.002)
    expect(
      chance(
        mask,
        mask.map((bit) => 1 - bit),
        0,
        1,
      ),
    ).toBeLessThan(0.01)
  })

  it('of another shape is that of its shape and of its values', () => {
    const other = (value: number[], shape: number[]) =>
      chanceOf({
        reading: read(value, shape),
        base: { shape: [3, 3], data: [4, 8, 1, 0, 3, 2, 7, 7, 5] },
        bands: Array(9).fill(0),
        value: { shape, data: value },
        within: () => 0,
        unit: 1,
      })
    expect(other([6], [1, 1])).toBeLessThan(0.01)
    expect(other([6, 1, 2, 3], [2, 2])).toBeLessThan(other([6], [1, 1]) / 100)
  })

  it('is at least half of what happens where all values are as likely', () => {
    const random = randomFrom('chance')
    const draws = 20_000
    let hits = 0
    for (let k = 0; k < draws; k++) {
      const typed = Number((-2 + (4 * random.below(4001)) / 4000).toFixed(3))
      if (distanceFrom(read([typed]), { shape: [1], data: [1.4] }, [0.02]) <= 1) hits++
    }
    expect(hits / draws).toBeGreaterThan(0.005)
    expect(chance([2], [1.4], 0.02, 0.001)).toBeGreaterThan((0.5 * hits) / draws)
  })
})

describe('that chance, worked out by hand', () => {
  // entries up to 8, written to one decimal: a window of 0.4 anywhere in -8..8
  const anywhere = 0.4 / 16.1
  // 2 away, from 0.05 to 16 all magnitudes as likely, above or below
  const ofMagnitude = (0.5 * Math.log(2.2 / 1.8)) / Math.log(16 / 0.05)
  const one = (anywhere + ofMagnitude) / 2
  const of = (value: number[], shape = [value.length]) =>
    chanceOf({
      reading: read(value, shape),
      base: { shape: [3], data: [1, -8, 4] },
      bands: [0, 0, 0],
      value: { shape, data: value },
      within: () => 0.2,
      unit: 0.1,
    })

  it('is half of each model a cell, and half that all are wrong', () => {
    expect(of([3, -6, 6])).toBeCloseTo(one ** 3 / 2, 12)
    expect(of([-1, -10, 2])).toBeCloseTo(one ** 3 / 2, 12)
  })

  it('is shared among the ways in which as many cells may be wrong', () => {
    expect(of([3, -8, 4])).toBeCloseTo(one / (2 * 2) / 3, 12)
    expect(of([3, -6, 4])).toBeCloseTo(one ** 2 / (2 * 2) / 3, 12)
  })

  it('is that of one cell where there is one', () => {
    const at = { base: { shape: [], data: [8] }, bands: [0], unit: 0.1, within: () => 0.2 }
    const number = chanceOf({ ...at, reading: read([6], []), value: { shape: [], data: [6] } })
    expect(number).toBeCloseTo(one, 12)
  })

  it('counts both sides of what is right where the window reaches across', () => {
    const wide = (reach: number, value: number) =>
      chanceOf({
        reading: read([value], []),
        base: { shape: [], data: [8] },
        bands: [0],
        value: { shape: [], data: [value] },
        within: () => reach,
        unit: 0.1,
      })
    expect(wide(3, 10)).toBeCloseTo((6 / 16.1 + Math.log(5 / 0.05) / Math.log(16 / 0.05)) / 2, 12)
    expect(wide(1.99, 10)).toBeCloseTo((3.98 / 16.1 + (0.5 * Math.log(3.99 / 0.05)) / Math.log(16 / 0.05)) / 2, 12)
    expect(wide(100, 10)).toBe(1)
  })

  it('is never less than that of one unit of what is written, in a range of four of them at least', () => {
    const bit = chanceOf({
      reading: read([1], []),
      base: { shape: [], data: [0] },
      bands: [0],
      value: { shape: [], data: [1] },
      within: () => 0,
      unit: 1,
    })
    expect(bit).toBeCloseTo((1 / 9 + (0.5 * Math.log(1.5 / 0.5)) / Math.log(8 / 0.5)) / 2, 12)
  })

  it('of another shape is one of the sizes up to twice those of the right one, and any value', () => {
    expect(of([3, -8], [2])).toBeCloseTo(anywhere ** 2 / 6, 12)
    expect(of([3, -8, 4], [3, 1])).toBeCloseTo(anywhere ** 3 / 6, 12)
  })

  it('must be ten times as small for two slips at once', () => {
    expect(mostChanceOfPairs).toBeCloseTo(mostChance / 10, 12)
  })
})
