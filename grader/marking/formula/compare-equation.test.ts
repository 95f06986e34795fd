import { describe, expect, it } from 'vitest'
import { NotExact, type Values } from './arithmetic.ts'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import { compareEquation } from './compare-equation.ts'
import type { Point } from './point.ts'
import { fromNumber, type Rational, rationalArithmetic, toNumber } from './rational.ts'
import type { Side } from './side.ts'

const machines = {
  exact: { by: rationalArithmetic({ left: Number.POSITIVE_INFINITY }) },
  bounded: { by: boundedArithmetic(new Map()) },
}

interface Given {
  /** what the target is at the k-th point; NaN is no value */
  truth?: (k: number) => number
  /** a side at the k-th point, for a value of the target */
  left?: (y: number, k: number) => number
  right?: (y: number, k: number) => number
  most?: number
  special?: (k: number) => boolean
  shape?: number[]
  lowest?: number
  fails?: { exact?: Error; bounded?: Error }
}

/** Compares `y = 3`, or what is made of it, with the equation that is given. */
function compared({
  truth = () => 3,
  left = (y) => y,
  right = () => 3,
  most = 1000,
  special = () => false,
  shape = [],
  lowest = Number.NEGATIVE_INFINITY,
  fails = {},
}: Given) {
  const noted: unknown[] = []
  const asked = { exact: 0, bounded: 0 }
  const k = (point: Point | undefined) => (point as unknown as { k: number }).k
  const one = <T>(data: T): Values<T> => ({ shape: [], data: [data] })
  const near = (v: number): Bounded => ({ v, e: Number.isNaN(v) ? 0 : 1e-15 })
  const reference = {
    shape,
    machines,
    exact(point: Point) {
      asked.exact += 1
      if (fails.exact) throw fails.exact
      return one(fromNumber(truth(k(point))))
    },
    bounded(point: Point) {
      asked.bounded += 1
      if (fails.bounded) throw fails.bounded
      return one(near(truth(k(point))))
    },
  }
  const side = (of: (y: number, k: number) => number) => ({
    note: (given: unknown) => noted.push(given),
    runExact: (given: Map<string, Values<Rational>>) => {
      const y = given.get('y')?.data[0] ?? fromNumber(Number.NaN)
      return one(fromNumber(of(toNumber(y), Number(given.get('k')?.data[0]?.n))))
    },
    runBounded: (given: Map<string, Values<Bounded>>) =>
      one(near(of(given.get('y')?.data[0]?.v ?? Number.NaN, given.get('k')?.data[0]?.v ?? 0))),
  })
  const points = Array.from({ length: most }, (_, at) => {
    const values = new Map([['k', one(at)]])
    const exact = new Map([['k', one(fromNumber(at))]])
    return { k: at, special: special(at), values, exact, bounded: new Map([['k', one(near(at))]]) } as unknown as Point
  })
  const found = compareEquation({
    reference: reference as unknown as Side,
    left: side(left) as unknown as Side,
    right: side(right) as unknown as Side,
    target: 'y',
    lowest,
    along: () => points,
  })
  return { ...found, witness: found.witness && points.indexOf(found.witness), asked, noted }
}

describe('an equation', () => {
  it('settles its target where it holds at sixteen points, each time for one value', () => {
    expect(compared({})).toMatchObject({ verdict: 'same', asked: { exact: 16, bounded: 0 } })
    expect(compared({ most: 16 }).verdict).toBe('same')
    expect(compared({ most: 15 }).verdict).toBe('undecided')
    expect(compared({ left: (y) => 2 * y, right: () => 6 }).verdict).toBe('same')
  })

  it('is wrong where it does not hold, with the point as witness, even a special one', () => {
    const late = (_y: number, k: number) => (k === 5 ? 4 : 3)
    expect(compared({ right: late })).toMatchObject({ verdict: 'different', witness: 5 })
    expect(compared({ right: late, special: (k) => k === 5 })).toMatchObject({ verdict: 'different', witness: 5 })
  })

  it('is wrong where it has no value, but not by an accident of special numbers', () => {
    const lost = (_y: number, k: number) => (k === 5 ? Number.NaN : 3)
    expect(compared({ right: lost })).toMatchObject({ verdict: 'different', witness: 5 })
    expect(compared({ right: lost, special: (k) => k === 5 })).toMatchObject({ verdict: 'same', asked: { exact: 17 } })
  })

  it('is not tried where the target has no value', () => {
    expect(compared({ truth: (k) => (k < 4 ? Number.NaN : 3) })).toMatchObject({
      verdict: 'same',
      asked: { exact: 20 },
    })
    expect(compared({ truth: () => Number.NaN })).toMatchObject({ verdict: 'undecided', asked: { exact: 60 } })
  })

  it('is not tried there whichever side reads the target', () => {
    const given = { left: () => 3, right: (y: number) => y, truth: (k: number) => (k < 4 ? Number.NaN : 3) }
    expect(compared(given)).toMatchObject({ verdict: 'same', asked: { exact: 20 } })
  })

  it('proves nothing where its left side has no value', () => {
    const left = (y: number, k: number) => (k % 2 === 0 ? Number.NaN : y)
    expect(compared({ left })).toMatchObject({ verdict: 'same', asked: { exact: 32 } })
  })

  it('proves nothing at special points', () => {
    expect(compared({ special: (k) => k < 10 }).asked.exact).toBe(26)
    expect(compared({ special: () => true, most: 100 })).toMatchObject({ verdict: 'undecided', asked: { exact: 100 } })
  })

  it('may hold whatever its target is, or for other values too', () => {
    expect(compared({ right: (y) => y }).verdict).toBe('always')
    expect(compared({ left: (y) => y ** 2, right: () => 9 }).verdict).toBe('others')
    expect(compared({ left: (y) => y ** 2, right: () => 9, lowest: 0 }).verdict).toBe('same')
    const once = (y: number, k: number) => (k === 7 ? y ** 2 : y)
    expect(compared({ left: once, right: (_y, k) => (k === 7 ? 9 : 3) }).verdict).toBe('others')
    // at some points always, at others for one value
    expect(compared({ right: (y, k) => (k % 2 === 0 ? y : 3) }).verdict).toBe('undecided')
  })

  it('is not examined where its target has more than twenty-four entries', () => {
    expect(compared({ shape: [4, 6] }).verdict).toBe('same')
    expect(compared({ shape: [5, 5] })).toMatchObject({ verdict: 'undecided', asked: { exact: 0, bounded: 0 } })
  })

  it('notes what it was computed with, the target included', () => {
    const { noted } = compared({})
    expect(noted).toHaveLength(32)
    expect(noted[3]).toEqual(
      new Map([
        ['k', { shape: [], data: [1] }],
        ['y', { shape: [], data: [3] }],
      ]),
    )
  })
})

describe('what exact numbers cannot do', () => {
  it('is done in float64, or is undecided', () => {
    const exact = new NotExact('a root')
    expect(compared({ fails: { exact } })).toMatchObject({ verdict: 'same', asked: { exact: 1, bounded: 16 } })
    expect(compared({ fails: { exact }, right: (y) => y }).verdict).toBe('always')
    expect(compared({ fails: { exact }, right: () => 4 })).toMatchObject({ verdict: 'different', witness: 0 })
    expect(compared({ fails: { exact, bounded: exact } }).verdict).toBe('undecided')
  })

  it('is no excuse for what is broken', () => {
    const broken = new TypeError('broken')
    expect(() => compared({ fails: { exact: broken } })).toThrow(broken)
    expect(() => compared({ fails: { exact: new NotExact('a'), bounded: broken } })).toThrow(broken)
  })
})
