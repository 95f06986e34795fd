import { describe, expect, it } from 'vitest'
import { fillingNumber, type Judged, propertyScore } from './score.ts'

/** Properties of which true holds, false fails and null is left open with these shares of its entries. */
function judged(...properties: (boolean | number)[]): Judged {
  return {
    holds: properties.map((one) => (typeof one === 'boolean' ? one : null)),
    distances: properties.map((one) =>
      typeof one === 'boolean' ? [one ? 0 : 9] : Array.from({ length: 10 }, (_, k) => (k < one * 10 ? 0 : Number.NaN)),
    ),
  }
}

const thirds = [1 / 3, 1 / 3, 1 / 3]
const zeros = judged(false, true, true)

describe('the share of the points for properties', () => {
  it('is all of them where all hold, whatever trivial answers have', () => {
    expect(propertyScore(judged(true, true, true), [zeros], thirds)).toBeCloseTo(1, 12)
    expect(propertyScore(judged(true, true), [judged(true, true)], [0.5, 0.5])).toBe(1)
  })

  it('is nothing for a trivial answer itself, and for what has no more than it', () => {
    expect(propertyScore(zeros, [zeros], thirds)).toBe(0)
    expect(propertyScore(judged(false, true, false), [zeros], thirds)).toBe(0)
    const constant = judged(true, false, true)
    expect(propertyScore(constant, [zeros, constant], thirds)).toBe(0)
  })

  it('pays for what is easy once all the rest holds', () => {
    expect(propertyScore(judged(true, false, true), [zeros], thirds)).toBeCloseTo(2 / 3, 12)
    expect(propertyScore(judged(true, false, false), [zeros], thirds)).toBeCloseTo(1 / 3, 12)
  })

  it('goes by the shares', () => {
    expect(propertyScore(judged(true, false), [judged(false, false)], [0.8, 0.2])).toBeCloseTo(0.8, 12)
  })

  it('counts the entries that hold where blank cells leave a property open; what is easy pays as far as the rest', () => {
    expect(propertyScore(judged(0.5, true, true), [], thirds)).toBeCloseTo(2.5 / 3, 12)
    expect(propertyScore(judged(0.5, true, true), [zeros], thirds)).toBeCloseTo((0.5 + 0.5 + 0.5) / 3, 12)
    expect(propertyScore(judged(0, true, true), [zeros], thirds)).toBe(0)
    // as far as the least of the rest
    expect(propertyScore(judged(0.5, true, true), [judged(false, false, true)], thirds)).toBeCloseTo(2 / 3, 12)
  })

  it('is nothing for a property that fails at one entry, or of which nothing is said', () => {
    expect(propertyScore({ holds: [false], distances: [[0, 9]] }, [], [1])).toBe(0)
    expect(propertyScore({ holds: [null], distances: [[]] }, [], [1])).toBe(0)
    expect(propertyScore({ holds: [null], distances: [[1, Number.NaN]] }, [], [1])).toBe(0.5)
  })

  it('is not less where one number everywhere would be right', () => {
    expect(propertyScore(judged(true, false), [judged(true, true)], [0.5, 0.5])).toBe(0.5)
  })
})

describe('the number that fills a grid', () => {
  it.each([
    [[1, 1, 1, 3], 1],
    [[1, 1, 2, 3], null],
    [[1, 2, 3, 4], null],
    [[1, 1, 1, 3, 4], null],
    [[Number.NaN, Number.NaN, 0, 0], 0],
    [[5], null],
  ])('of %j is %j', (cells, expected) => {
    expect(fillingNumber(cells)).toBe(expected)
  })
})
