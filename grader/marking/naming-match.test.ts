import { describe, expect, it } from 'vitest'
import type { Alternative } from '../question/definition.ts'
import { chanceOf } from './chance.ts'
import { floatNoise } from './distance.ts'
import { type Candidate, chanceOfMatch, isNear } from './naming.ts'
import { readingOf, tensor } from './testing/reading.ts'

const alternative: Alternative = { id: 'a', kind: 'mistake', steps: [], says: 'a', earns: 0, line: 1, column: 1 }
const read = (...values: number[]) => readingOf(values)
const truth = tensor(1, 2)

describe('what is near', () => {
  const at = (typed: number, value: number, bands?: number[]) => {
    const candidate = { alternative, value: tensor(value), ...(bands ? { bands } : {}) }
    return isNear(candidate, { reading: read(typed), truth: tensor(99), bands: [0], rounding: 0 })
  }

  it('lies within the reach, its border included', () => {
    expect(at(0.09, 0, [0.1])).toBe(true)
    expect(at(0.1 + floatNoise(0), 0, [0.1])).toBe(true)
    expect(at(0.11, 0, [0.1])).toBe(false)
  })

  it('may be off by the noise of float64, and by half of it more', () => {
    expect(at(14 + 1.2e-9, 14)).toBe(true)
    expect(at(14 + 1.7e-9, 14)).toBe(false)
  })
})

describe('the chance of a match', () => {
  const candidate: Candidate = { alternative, value: tensor(5, 7) }
  const of = (bands: number[], rounding: number, ...typed: number[]) =>
    chanceOfMatch(candidate, { reading: read(...typed), truth, bands, rounding })
  const expected = (bands: number[], within: number[], unit: number, base = truth) =>
    chanceOf({ reading: read(5, 7), base, bands, value: candidate.value, within: (k) => within[k] ?? 0, unit })

  it('is counted in whole numbers where all is exact, else in what is rounded to', () => {
    expect(of([0, 0], 0.005, 5, 7)).toBe(expected([0, 0], [0, 0], 1))
    expect(of([0.01, 0.01], 0, 5, 7)).toBe(expected([0.01, 0.01], [0, 0], 1))
    expect(of([0, 0.01], 0.005, 5, 7)).toBe(expected([0, 0.01], [0, 0], 0.01))
  })

  it('is that of the distance found, in every cell as far as it reaches there', () => {
    // half the reach of the second cell, so half of that of the first
    expect(of([0.2, 0.4], 0.005, 5, 7.3)).toBeCloseTo(expected([0.2, 0.4], [0.15, 0.3], 0.01), 9)
  })

  it('is measured from what was expected without the slip', () => {
    const base = tensor(4.9, 6.9)
    const nearer = chanceOfMatch(
      { ...candidate, base },
      { reading: read(5, 7), truth, bands: [0, 0.01], rounding: 0.005 },
    )
    expect(nearer).toBe(expected([0, 0.01], [0, 0], 0.01, base))
  })
})
