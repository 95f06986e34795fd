import { describe, expect, it } from 'vitest'
import { NotExact } from './arithmetic.ts'
import { fromNumber, type Rational, rationalArithmetic, toNumber } from './rational.ts'

const by = rationalArithmetic({ left: Number.POSITIVE_INFINITY })
const half: Rational = { n: 1n, d: 2n }
const third: Rational = { n: 1n, d: 3n }
const whole = (n: number): Rational => ({ n: BigInt(n), d: 1n })
const pole = by.divide(whole(1), whole(0))
/** `3/4`, in lowest terms. */
const lowest = (a: Rational) => {
  const value = by.power({ n: a.n * 2n ** 70n, d: a.d * 2n ** 70n }, whole(1))
  return `${value.n}/${value.d}`
}

describe('an exact number', () => {
  it('is a decimal as it is written', () => {
    expect(fromNumber(7)).toEqual({ n: 7n, d: 1n })
    expect(fromNumber(-0.5)).toEqual({ n: -1n, d: 2n })
    expect(fromNumber(0.1)).toEqual({ n: 1n, d: 10n })
    expect(fromNumber(12.34)).toEqual({ n: 617n, d: 50n })
    expect(fromNumber(1.5e-7)).toEqual({ n: 3n, d: 20000000n })
    expect(fromNumber(1e21)).toEqual({ n: 10n ** 21n, d: 1n })
    expect(by.number(0.25)).toEqual({ n: 1n, d: 4n })
  })

  it('is none where a double is none', () => {
    expect(by.state(fromNumber(Number.NaN))).toBe('domain')
    expect(by.state(fromNumber(Infinity))).toBe('domain')
    expect(toNumber(fromNumber(Number.NaN))).toBeNaN()
    expect(toNumber(pole)).toBeNaN()
    expect(toNumber({ n: -3n, d: 4n })).toBe(-0.75)
  })

  it('is in lowest terms only where it would grow long', () => {
    expect(by.divide(whole(2), whole(4))).toEqual({ n: 2n, d: 4n })
    const long = 2n ** 62n
    expect(by.divide({ n: long, d: 1n }, whole(6))).toEqual({ n: long / 2n, d: 3n })
    expect(by.divide({ n: -long, d: 1n }, whole(6))).toEqual({ n: -long / 2n, d: 3n })
    expect(by.divide(whole(6), { n: long, d: 1n })).toEqual({ n: 3n, d: long / 2n })
    expect(by.divide(whole(6), whole(-4))).toEqual({ n: -3n, d: 2n })
    expect(by.divide(whole(-6), whole(-4))).toEqual({ n: 3n, d: 2n })
    expect(lowest({ n: 2n ** 100n * 15n, d: 2n ** 100n * 6n })).toBe('5/2')
  })
})

describe('exact arithmetic', () => {
  it('adds, subtracts, multiplies and divides', () => {
    expect(lowest(by.add(half, third))).toBe('5/6')
    expect(lowest(by.subtract(half, third))).toBe('1/6')
    expect(lowest(by.multiply(half, third))).toBe('1/6')
    expect(lowest(by.divide(half, third))).toBe('3/2')
    expect(by.add(whole(2), whole(3))).toEqual(whole(5))
    expect(by.subtract(whole(2), whole(3))).toEqual(whole(-1))
    expect(lowest(by.add(whole(2), half))).toBe('5/2')
    expect(lowest(by.add(half, whole(2)))).toBe('5/2')
    expect(lowest(by.subtract(whole(2), half))).toBe('3/2')
    expect(lowest(by.subtract(half, whole(2)))).toBe('-3/2')
  })

  it('raises to whole powers', () => {
    expect(lowest(by.power(half, whole(3)))).toBe('1/8')
    expect(lowest(by.power({ n: 2n, d: 3n }, whole(-2)))).toBe('9/4')
    expect(lowest(by.power(whole(-2), { n: 6n, d: 2n }))).toBe('-8/1')
    expect(lowest(by.power(whole(7), whole(0)))).toBe('1/1')
    expect(by.state(by.power(whole(0), whole(-1)))).toBe('pole')
    expect(() => by.power(whole(4), half)).toThrow('a root')
  })

  it('rounds down', () => {
    const floor = (n: bigint, d: bigint) => by.floor({ n, d })
    expect(floor(7n, 2n)).toEqual(whole(3))
    expect(floor(-7n, 2n)).toEqual(whole(-4))
    expect(floor(-6n, 2n)).toEqual(whole(-3))
    expect(floor(0n, 2n)).toEqual(whole(0))
    expect(by.state(by.floor(pole))).toBe('pole')
  })

  it('compares', () => {
    expect(by.compare(third, half)).toBe(-1)
    expect(by.compare(half, third)).toBe(1)
    expect(by.compare(half, { n: 2n, d: 4n })).toBe(0)
    expect(by.compare(by.outside, half)).toBeNull()
    expect(by.compare(half, pole)).toBeNull()
    expect(by.either(half, third)).toBe(half)
  })

  it('carries along that something is no number, the first of two', () => {
    expect(['domain', 'pole', 'number']).toEqual([by.outside, pole, half].map((a) => by.state(a)))
    for (const operation of ['add', 'subtract', 'multiply', 'divide', 'power'] as const) {
      expect(by[operation](by.outside, pole)).toBe(by.outside)
      expect(by[operation](half, by.outside)).toBe(by.outside)
    }
    expect(by.state(by.divide(whole(0), whole(0)))).toBe('pole')
    expect(by.state(by.divide(half, { n: 0n, d: 3n }))).toBe('pole')
    expect(by.state(by.unknown)).toBe('domain')
  })

  it('knows no other functions', () => {
    expect(() => by.apply('exp', half)).toThrow(NotExact)
    expect(() => by.apply('exp', half)).toThrow('exp')
  })
})

describe('what would take long', () => {
  it('has at most 8192 bits', () => {
    const large = { n: 2n ** 8192n, d: 1n }
    expect(by.multiply(large, whole(1))).toEqual(large)
    expect(() => by.multiply(large, whole(2))).toThrow('too many digits')
    expect(() => by.multiply(large, whole(-2))).toThrow('too many digits')
    expect(() => by.divide(by.divide(whole(1), large), whole(2))).toThrow('too many digits')
  })

  it('is a power whose parts together would have twice as many', () => {
    // a part counts for 64 bits at least
    expect(by.power(whole(2), whole(128))).toEqual({ n: 2n ** 128n, d: 1n })
    expect(by.power(whole(1), whole(-128))).toEqual(whole(1))
    expect(() => by.power(whole(1), whole(129))).toThrow('a large power')
    expect(() => by.power(whole(1), whole(-129))).toThrow('a large power')
    const long = { n: 2n ** 400n, d: 1n }
    expect(by.power(long, whole(20)).n).toBe(2n ** 8000n)
    expect(() => by.power(long, whole(40))).toThrow('a large power')
    expect(() => by.power({ n: 1n, d: 2n ** 400n }, whole(40))).toThrow('a large power')
  })

  it('uses up the work that is granted, the more the longer the numbers are', () => {
    const spent = (...numbers: Rational[]) => {
      const work = { left: 1e9 }
      const counted = rationalArithmetic(work)
      for (const number of numbers) counted.add(number, whole(0))
      return 1e9 - work.left
    }
    expect(spent(half, whole(2 ** 60))).toBe(0)
    const length = 84 + 64
    expect(spent({ n: 2n ** 80n, d: 1n })).toBeCloseTo(length * (1 + length / 2000), 6)
    // a sign counts as a digit
    expect(spent({ n: -(2n ** 80n), d: 1n })).toBeCloseTo((length + 4) * (1 + (length + 4) / 2000), 6)
    expect(spent({ n: 1n, d: 2n ** 80n })).toBeCloseTo(length * (1 + length / 2000), 6)
    const poor = rationalArithmetic({ left: 100 })
    expect(() => poor.add({ n: 2n ** 80n, d: 1n }, whole(0))).toThrow('too much work')
  })
})
