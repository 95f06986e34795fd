import { describe, expect, it } from 'vitest'
import { NotExact } from './arithmetic.ts'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import { compareGaps } from './compare-gaps.ts'
import type { Point } from './point.ts'
import type { Side } from './side.ts'

const machines = { bounded: { by: boundedArithmetic(new Map()) } }
type Gap = (k: number) => number | number[] | Bounded

/** left − right of an equation at the k-th point. */
function side(gap: Gap): Side {
  const bounded = (point: Point) => {
    const value = gap((point as unknown as { k: number }).k)
    const data = typeof value === 'object' && !Array.isArray(value) ? [value] : [value].flat().map((v) => ({ v, e: 0 }))
    return { shape: [], data }
  }
  return { machines, bounded } as unknown as Side
}

function compared(wanted: Gap, given: Gap, most = 1000, special: (k: number) => boolean = () => false) {
  let asked = 0
  function* along() {
    for (let k = 0; k < most; k++) {
      asked += 1
      yield { k, special: special(k) } as unknown as Point
    }
  }
  return { says: compareGaps(side(wanted), side(given), along()), asked }
}

const gap: Gap = (k) => k + 1

describe('two equations', () => {
  it('say the same where one is the other times a number', () => {
    expect(compared(gap, gap).says).toBe('proportional')
    expect(compared(gap, (k) => -3 * (k + 1)).says).toBe('proportional')
    expect(
      compared(
        (k) => k - 5,
        (k) => 2 * (k - 5),
      ).says,
    ).toBe('proportional')
    expect(
      compared(
        (k) => (k === 0 ? 0 : k),
        (k) => 2 * k,
      ).says,
    ).toBe('proportional')
  })

  it('are unclear else', () => {
    expect(compared(gap, (k) => k + 2).says).toBe('unclear')
    expect(compared(gap, (k) => (k === 9 ? 11 : k + 1)).says).toBe('unclear')
    expect(compared(gap, (k) => (k === 0 ? 0 : k + 1)).says).toBe('unclear')
    expect(compared(() => 0, gap).says).toBe('unclear')
    expect(
      compared(
        () => 0,
        (k) => (k === 0 ? 0 : 1),
      ).says,
    ).toBe('unclear')
  })

  it('say nothing where they hold always, as far as can be known', () => {
    expect(compared(gap, () => 0).says).toBe('always')
    expect(compared(gap, () => ({ v: 7e-16, e: 1e-16 })).says).toBe('always')
    expect(compared(gap, () => ({ v: -7e-16, e: 1e-16 })).says).toBe('always')
    expect(compared(gap, () => ({ v: 9e-16, e: 1e-16 })).says).not.toBe('always')
    expect(
      compared(
        () => 0,
        () => 0,
      ).says,
    ).toBe('always')
  })

  it('are compared at sixteen drawn points', () => {
    expect(compared(gap, gap, 16).says).toBe('proportional')
    expect(compared(gap, gap, 15).says).toBe('unclear')
    expect(compared(gap, gap).asked).toBe(17)
    expect(compared(gap, gap, 31, (k) => k % 2 === 0).says).toBe('unclear')
    expect(compared(gap, gap, 32, (k) => k % 2 === 0).says).toBe('proportional')
  })

  it('are not compared where either is no number, or many', () => {
    expect(
      compared(
        (k) => (k < 4 ? Number.NaN : k),
        (k) => 2 * k,
        19,
      ).says,
    ).toBe('unclear')
    expect(
      compared(
        (k) => (k < 4 ? Number.NaN : k),
        (k) => 2 * k,
        20,
      ).says,
    ).toBe('proportional')
    expect(compared(gap, (k) => (k < 4 ? Number.NaN : k + 1), 19).says).toBe('unclear')
    expect(
      compared(
        (k) => [k, k],
        (k) => [k, k],
      ),
    ).toEqual({ says: 'unclear', asked: 81 })
    expect(compared(gap, () => []).says).toBe('unclear')
  })

  it('are unclear where they cannot be computed, unless something is broken', () => {
    const fails = (error: Error) => () =>
      compared(gap, () => {
        throw error
      }).says
    expect(fails(new NotExact('a'))()).toBe('unclear')
    expect(fails(new TypeError('broken'))).toThrow('broken')
  })
})
