import { describe, expect, it } from 'vitest'
import { NotExact } from './arithmetic.ts'
import { boundedArithmetic } from './bounded.ts'
import { compareSides } from './compare-sides.ts'
import type { Point } from './point.ts'
import { fromNumber, rationalArithmetic } from './rational.ts'
import type { Side } from './side.ts'

const machines = {
  exact: { by: rationalArithmetic({ left: Number.POSITIVE_INFINITY }) },
  bounded: { by: boundedArithmetic(new Map()) },
}

/** What a formula gives at the k-th point: a number, outside its domain, a division by zero, or what cannot be known. */
type Gives = (k: number) => number | 'lost' | 'hole' | 'unknown'

const states = { lost: { v: Number.NaN, e: 0 }, hole: { v: Number.NaN, e: 1 }, unknown: { v: Number.NaN, e: Infinity } }

interface Kind {
  cost?: number
  /** fails in exact numbers, or in both */
  fails?: { exact?: Error; bounded?: Error }
}

function side(gives: Gives, { cost = 1, fails = {} }: Kind = {}) {
  const asked = { exact: 0, bounded: 0 }
  const at = (point: Point) => gives((point as unknown as { k: number }).k)
  const one = {
    cost,
    machines,
    exact(point: Point) {
      asked.exact += 1
      if (fails.exact) throw fails.exact
      const value = at(point)
      if (value === 'unknown') throw new NotExact('unknown')
      const data = value === 'lost' ? { n: 0n, d: 0n } : value === 'hole' ? { n: 1n, d: 0n } : fromNumber(value)
      return { shape: [], data: [data] }
    },
    bounded(point: Point) {
      asked.bounded += 1
      if (fails.bounded) throw fails.bounded
      const value = at(point)
      return { shape: [], data: [typeof value === 'number' ? { v: value, e: 0 } : states[value]] }
    },
  }
  return { asked, side: one as unknown as Side }
}

const irrational: Kind = { fails: { exact: new NotExact('a root') } }

interface Along {
  /** how many points there are, and which are special */
  most?: number
  special?: (k: number) => boolean
  tensors?: boolean
  reference?: Kind
  answer?: Kind
}

function compared(wanted: Gives, given: Gives, along: Along = {}) {
  const { most = 1000, special = () => false, tensors = false } = along
  const [reference, answer] = [side(wanted, along.reference), side(given, along.answer)]
  const points = Array.from({ length: most }, (_, k) => ({ k, special: special(k) }) as unknown as Point)
  const found = compareSides({ reference: reference.side, answer: answer.side, along: () => points, tensors })
  return { ...found, asked: reference.asked, witness: found.witness && points.indexOf(found.witness) }
}

const one: Gives = () => 1

describe('two formulas, point by point', () => {
  it('are the same where they agree at so many drawn points', () => {
    expect(compared(one, one)).toEqual({ verdict: 'same', asked: { exact: 24, bounded: 0 }, witness: undefined })
    expect(compared(one, one, { most: 16 }).verdict).toBe('same')
    expect(compared(one, one, { most: 15 }).verdict).toBe('undecided')
  })

  it('need fewer points where each has many numbers, but sixteen in all', () => {
    expect(compared(one, one, { tensors: true }).asked.exact).toBe(16)
    expect(compared(one, one, { tensors: true, special: (k) => k < 10 }).asked.exact).toBe(24)
    expect(compared(one, one, { special: (k) => k < 10 }).asked.exact).toBe(34)
  })

  it('are different where they are at one point, which is the witness, even a special one', () => {
    const late: Gives = (k) => (k === 7 ? 2 : 1)
    expect(compared(one, late)).toMatchObject({ verdict: 'different', witness: 7 })
    expect(compared(one, late, { special: (k) => k === 7 })).toMatchObject({ verdict: 'different', witness: 7 })
  })

  it('are different where the answer has no value, but not by an accident of special numbers', () => {
    const lost: Gives = (k) => (k === 3 ? 'lost' : 1)
    expect(compared(one, lost)).toMatchObject({ verdict: 'different', witness: 3 })
    expect(compared(one, lost, { special: (k) => k === 3 }).verdict).toBe('same')
  })

  it('are different where the answer is divided by zero more often than it agrees', () => {
    const holes: Gives = (k) => (k % 3 === 0 ? 1 : 'hole')
    expect(compared(one, holes, { most: 40 })).toEqual({
      verdict: 'different',
      asked: { exact: 40, bounded: 0 },
      witness: undefined,
    })
    const few: Gives = (k) => (k % 3 === 0 ? 'hole' : 1)
    expect(compared(one, few, { most: 40 }).verdict).toBe('same')
    // as often: not known
    expect(compared(one, (k) => (k % 2 === 0 ? 'hole' : 1), { most: 30 }).verdict).toBe('undecided')
    expect(compared(one, holes, { most: 40, special: (k) => k % 3 !== 0 }).verdict).toBe('undecided')
  })

  it('are given up where hardly a point says anything', () => {
    expect(compared(() => 'lost', one)).toMatchObject({ verdict: 'undecided', asked: { exact: 64 } })
    expect(compared((k) => (k % 8 === 0 ? 1 : 'lost'), one)).toMatchObject({ verdict: 'same' })
    expect(compared((k) => (k % 9 === 0 ? 1 : 'lost'), one)).toMatchObject({ verdict: 'undecided' })
  })
})

describe('what exact numbers cannot do', () => {
  it('is done in float64', () => {
    expect(compared(one, one, { answer: irrational })).toMatchObject({
      verdict: 'same',
      asked: { exact: 1, bounded: 24 },
    })
    const torn: Gives = (k) => (k === 2 ? 'unknown' : 1)
    expect(compared(one, torn)).toMatchObject({ verdict: 'same', asked: { exact: 3, bounded: 25 } })
  })

  it('is undecided where float64 cannot either', () => {
    const neither = { fails: { exact: new NotExact('a'), bounded: new NotExact('b') } }
    expect(compared(one, one, { answer: neither }).verdict).toBe('undecided')
  })

  it('is no excuse for what is broken', () => {
    const broken = new TypeError('broken')
    expect(() => compared(one, one, { answer: { fails: { exact: broken } } })).toThrow(broken)
    const late = { fails: { exact: new NotExact('a'), bounded: broken } }
    expect(() => compared(one, one, { answer: late })).toThrow(broken)
  })
})

describe('large formulas', () => {
  it('are not computed in exact numbers', () => {
    expect(compared(one, one, { answer: { cost: 2499 } }).asked).toEqual({ exact: 24, bounded: 0 })
    expect(compared(one, one, { answer: { cost: 2500 } }).asked).toEqual({ exact: 0, bounded: 24 })
  })

  it('are computed at fewer points, at twenty at least', () => {
    const half = { special: (k: number) => k % 2 === 0 }
    expect(compared(one, one, { ...half, answer: { cost: 9999 } }).asked.bounded).toBe(40)
    expect(compared(one, one, { ...half, answer: { cost: 29_000 } }).asked.bounded).toBe(20)
  })

  it('wait for a person if they cost much more than the reference', () => {
    expect(compared(one, one, { answer: { cost: 29_999 } }).verdict).toBe('same')
    expect(compared(one, one, { answer: { cost: 30_000 } })).toMatchObject({
      verdict: 'undecided',
      asked: { bounded: 0 },
    })
    const dear = { reference: { cost: 5000 } }
    expect(compared(one, one, { ...dear, answer: { cost: 35_000 } }).verdict).toBe('same')
    expect(compared(one, one, { ...dear, answer: { cost: 35_001 } }).verdict).toBe('undecided')
  })
})
