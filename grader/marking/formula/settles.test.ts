import { describe, expect, it } from 'vitest'
import type { Values } from './arithmetic.ts'
import { sameRational } from './judge-point.ts'
import { fromNumber, type Rational, rationalArithmetic, toNumber } from './rational.ts'
import { settles } from './settles.ts'

const by = rationalArithmetic({ left: Number.POSITIVE_INFINITY })
const values = (...data: number[]): Values<Rational> => ({ shape: [data.length], data: data.map(fromNumber) })

/** Both sides of an equation for a value of its target; NaN is no value. */
type Sides = (y: number[]) => [number[], number[]]

const settled = (truth: number[], equation: Sides, lowest = Number.NEGATIVE_INFINITY) =>
  settles(
    values(...truth),
    ({ data }) => {
      const [left, right] = equation(data.map(toNumber))
      return [values(...left), values(...right)]
    },
    { by, same: sameRational, size: () => 0, to: toNumber, lowest },
  )
/** The same for a target that is one number, 3. */
const ofThree = (left: (y: number) => number, right: (y: number) => number, lowest?: number) =>
  settled([3], ([y = 0]) => [[left(y)], [right(y)]], lowest)

describe('an equation that is linear in its target', () => {
  it('holds for one value', () => {
    expect(
      ofThree(
        (y) => y,
        () => 3,
      ),
    ).toBe('one')
    expect(
      ofThree(
        () => 6,
        (y) => 2 * y,
      ),
    ).toBe('one')
    expect(
      ofThree(
        (y) => 4 - y,
        () => 1,
      ),
    ).toBe('one')
  })

  it('or for every one', () => {
    expect(
      ofThree(
        (y) => y,
        (y) => y,
      ),
    ).toBe('always')
    expect(
      ofThree(
        () => 0,
        () => 0,
      ),
    ).toBe('always')
    expect(settled([1, 2], (y) => [y, y])).toBe('always')
  })

  it('of many numbers, for one if none of them is free', () => {
    expect(
      settled([1, 2], ([a = 0, b = 0]) => [
        [a + b, a - b],
        [3, -1],
      ]),
    ).toBe('one')
    expect(
      settled([1, 2], ([a = 0, b = 0]) => [
        [a + b, 2 * a + 2 * b],
        [3, 6],
      ]),
    ).toBe('others')
    expect(settled([1, 2], ([a = 0]) => [[a], [1]])).toBe('others')
    expect(
      settled([1, 2], ([a = 0, b = 0]) => [
        [a, b, a + b],
        [1, 2, 3],
      ]),
    ).toBe('one')
    expect(
      settled([1, 2, 3], ([a = 0, b = 0, c = 0]) => [
        [a, b, a + b + c],
        [1, 2, 6],
      ]),
    ).toBe('one')
  })

  it('may have one number beside many', () => {
    expect(settled([2, 2], (y) => [y, [2]])).toBe('one')
    expect(settled([2, 2], (y) => [[2], y])).toBe('one')
    expect(settled([2, 2], ([a = 0]) => [[a, a], [2]])).toBe('others')
  })
})

describe('an equation that is not linear', () => {
  it('holds for one value where it rises or falls throughout', () => {
    expect(
      ofThree(
        (y) => y ** 3,
        () => 27,
      ),
    ).toBe('one')
    expect(
      ofThree(
        () => 27,
        (y) => y ** 3,
      ),
    ).toBe('one')
    expect(
      ofThree(
        (y) => y ** 3 + y,
        (y) => 27 + y,
      ),
    ).toBe('one')
  })

  it('holds for others that are tried too: nearby, or the negative', () => {
    expect(
      ofThree(
        (y) => y ** 2,
        () => 9,
      ),
    ).toBe('others')
    expect(
      ofThree(
        (y) => Math.floor(y),
        () => 3,
      ),
    ).toBe('others')
    expect(
      ofThree(
        (y) => (y - 3) * (y - 3.25),
        () => 0,
      ),
    ).toBe('others')
    expect(
      ofThree(
        (y) => (y - 3) * (y + 1),
        () => 0,
      ),
    ).toBe('others')
    expect(
      ofThree(
        (y) => (y - 3) * (y - 7),
        () => 0,
      ),
    ).toBe('others')
  })

  it('does not hold for values that the target is declared not to have', () => {
    expect(
      ofThree(
        (y) => y ** 2,
        () => 9,
        0,
      ),
    ).toBe('one')
    expect(
      ofThree(
        (y) => (y - 3) * (y + 1),
        () => 0,
        0,
      ),
    ).not.toBe('others')
    expect(
      ofThree(
        (y) => y ** 2 * (y - 3),
        () => 0,
        0,
      ),
    ).toBe('one')
    expect(settled([0.25], ([y = 0]) => [[y * (y - 0.25)], [0]], 0)).toBe('others')
  })

  it('cannot be told where it turns, or where it has hardly a value', () => {
    expect(
      ofThree(
        (y) => Math.abs(y - 3),
        () => 0,
      ),
    ).toBe('unclear')
    expect(
      ofThree(
        (y) => (y === 3 ? 0 : Number.NaN),
        () => 0,
      ),
    ).toBe('unclear')
    expect(
      ofThree(
        (y) => (y === 3 || y === 3.25 || y === 4.75 ? y : Number.NaN),
        () => 3,
      ),
    ).toBe('unclear')
    expect(
      ofThree(
        (y) => (y >= 3 && y < 7 ? y : Number.NaN),
        () => 3,
      ),
    ).toBe('one')
    expect(
      ofThree(
        () => 3,
        (y) => (y >= 3 && y < 7 ? y : Number.NaN),
      ),
    ).toBe('one')
  })

  it('cannot be told where it has many numbers', () => {
    expect(
      settled([1, 2], ([a = 0, b = 0]) => [
        [a ** 3, b ** 3],
        [1, 8],
      ]),
    ).toBe('unclear')
    expect(
      settled([3], ([y = 0]) => [
        [y ** 3, y ** 3],
        [27, 27],
      ]),
    ).toBe('unclear')
    // one equation that rises in the first of them leaves the second free
    expect(settled([1, 2], ([a = 0, b = 0]) => [[a ** 3 + b ** 3], [9]])).toBe('unclear')
    // a product is linear in each, but not in both
    expect(
      settled([1, 2], ([a = 0, b = 0]) => [
        [a * b, a],
        [2, 1],
      ]),
    ).toBe('unclear')
  })

  it('holds always where it does wherever it has a value', () => {
    expect(
      ofThree(
        (y) => (y < 3.5 ? 1 : Number.NaN),
        () => 1,
      ),
    ).toBe('always')
  })

  it('does not take a right value of zero for its own negative', () => {
    expect(settled([0], ([y = 0]) => [[y ** 3], [0]])).toBe('one')
  })
})
