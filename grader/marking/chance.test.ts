import { describe, expect, it } from 'vitest'
import { randomFrom } from '../question/random.ts'
import { chanceOf } from './chance.ts'
import { distanceFrom } from './distance.ts'
import type { Reading } from './reading.ts'

const read = (values: number[], shape = [values.length]): Reading => ({
  state: 'read',
  shape,
  values,
  cells: values.map(() => 'filled'),
  decimals: values.map(() => 3),
  message: null,
})
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
