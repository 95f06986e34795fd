import { describe, expect, it } from 'vitest'
import { NotExact } from './arithmetic.ts'
import { type Bounded, boundedArithmetic, float32 } from './bounded.ts'
import { scalarFunctions } from './scalar-functions.ts'

const by = boundedArithmetic(new Map([['f', (x: number) => 2 * x]]))
/** half a unit in the last place of float64 */
const unit = 2 ** -53
const of = (v: number, e = 0): Bounded => ({ v, e })
const stated = (a: Bounded) => by.state(a)
const { unknown, outside } = by
const pole = by.divide(of(1), of(0))

describe('a number with its error', () => {
  it('is exact where it is whole, else as near as its format', () => {
    expect(by.number(7)).toEqual(of(7))
    expect(by.number(1.5)).toEqual(of(1.5, 1.5 * unit))
    expect(by.number(-1.5)).toEqual(of(-1.5, 1.5 * unit))
    const single = boundedArithmetic(new Map(), float32)
    expect(single.number(0.5)).toEqual(of(0.5))
    expect(single.number(0.1)).toEqual(of(0.1, 2 ** -24 * 0.1))
    expect(single.number(2 ** 24 + 1).e).toBeGreaterThan(0.9)
  })

  it('is none beyond the largest of its format', () => {
    expect(stated(by.multiply(of(1e300), of(1e300)))).toBe('unknown')
    expect(stated(by.add(of(1, Infinity), of(1)))).toBe('unknown')
    expect(boundedArithmetic(new Map(), float32).state(by.number(1))).toBe('number')
    const single = boundedArithmetic(new Map(), float32)
    expect(single.state(single.multiply(of(1e30), of(1e30)))).toBe('unknown')
    expect(single.state(single.multiply(of(-1e30), of(1e30)))).toBe('unknown')
  })

  it('tells why it is none', () => {
    expect([of(1), outside, pole, unknown].map(stated)).toEqual(['number', 'domain', 'pole', 'unknown'])
  })
})

describe('arithmetic', () => {
  const [a, b] = [of(3, 0.1), of(-2, 0.01)]

  it('adds the errors of a sum up, and half a unit of the result', () => {
    expect(by.add(a, b)).toEqual(of(1, 0.1 + 0.01 + unit))
    expect(by.add(b, of(-3, 0.1))).toEqual(of(-5, 0.01 + 0.1 + 5 * unit))
    expect(by.subtract(a, b)).toEqual(of(5, 0.1 + 0.01 + 5 * unit))
    expect(by.subtract(b, a)).toEqual(of(-5, 0.01 + 0.1 + 5 * unit))
  })

  it('passes on the errors of a product by the other factor', () => {
    const { v, e } = by.multiply(a, b)
    expect(v).toBe(-6)
    expect(e).toBeCloseTo(3 * 0.01 + 2 * 0.1 + 0.1 * 0.01, 14)
    expect(by.multiply(of(3), of(-2))).toEqual(of(-6, 6 * unit))
  })

  it('passes on the errors of a quotient by how near zero the divisor may be', () => {
    const { v, e } = by.divide(a, b)
    expect(v).toBe(-1.5)
    expect(e).toBeCloseTo((0.1 + 1.5 * 0.01) / 1.99, 14)
    expect(by.divide(of(3), of(-2))).toEqual(of(-1.5, 1.5 * unit))
    expect(stated(by.divide(a, of(0)))).toBe('pole')
    expect(stated(by.divide(a, of(0, 0.1)))).toBe('unknown')
    expect(stated(by.divide(a, of(0.1, 0.1)))).toBe('unknown')
    expect(stated(by.divide(a, of(-0.1, 0.2)))).toBe('unknown')
    expect(stated(by.divide(a, of(0.2, 0.1)))).toBe('number')
  })

  it('loses everything in what is smaller than the smallest normal number', () => {
    const least = 2.3e-308
    expect(by.multiply(of(1e-200), of(1e-200)).e).toBe(least)
    expect(by.multiply(of(0), of(1e-200))).toEqual(of(0))
    expect(by.multiply(of(1e-200), of(0))).toEqual(of(0))
    expect(by.divide(of(1e-200), of(1e200)).e).toBe(least)
    expect(by.divide(of(0), of(1e200))).toEqual(of(0))
    expect(by.multiply(of(-1e-200), of(1e-200)).e).toBe(least)
    expect(by.multiply(of(1e-100), of(1e-100)).e).toBe(1e-200 * unit)
  })

  it('carries along what is no number, the worse of two', () => {
    for (const operation of ['add', 'subtract', 'multiply', 'divide', 'power'] as const) {
      expect(stated(by[operation](outside, of(1)))).toBe('domain')
      expect(stated(by[operation](of(1), pole))).toBe('pole')
      expect(stated(by[operation](outside, unknown))).toBe('unknown')
      expect(stated(by[operation](unknown, outside))).toBe('unknown')
      expect(stated(by[operation](pole, outside))).toBe('pole')
      expect(stated(by[operation](outside, pole))).toBe('pole')
    }
    expect(by.compare(outside, of(1))).toBeNull()
    expect(stated(by.floor(pole))).toBe('pole')
    expect(stated(by.apply('exp', pole))).toBe('pole')
  })

  it('rounds down where it is known to what', () => {
    expect(by.floor(of(2.5, 0.25))).toEqual(of(2))
    expect(by.floor(of(-2.5))).toEqual(of(-3))
    expect(stated(by.floor(of(2, 1e-15)))).toBe('unknown')
    expect(stated(by.floor(of(2.9, 0.2)))).toBe('unknown')
    expect(by.floor(of(2))).toEqual(of(2))
  })

  it('compares where the errors leave no doubt', () => {
    expect(by.compare(of(1, 0.1), of(2, 0.1))).toBe(-1)
    expect(by.compare(of(2, 0.1), of(1, 0.1))).toBe(1)
    expect(by.compare(of(1, 0.5), of(2, 0.5))).toBeNull()
    expect(by.compare(of(1, 0.5), of(1))).toBeNull()
    expect(by.compare(of(1), of(1))).toBe(0)
  })

  it('takes either of two as one that may be the other', () => {
    expect(by.either(of(1, 0.5), of(3, 0.1))).toEqual(of(1, 2.1))
    expect(by.either(of(3, 0.1), of(1, 0.5))).toEqual(of(3, 2.5))
    expect(by.either(of(1, 5), of(3, 0.1))).toEqual(of(1, 5))
  })
})

describe('a function', () => {
  const units = scalarFunctions.exp?.units ?? 0

  it('is as exact as its library, and passes on what the error of its argument does, half as much again', () => {
    expect(by.apply('exp', of(1))).toEqual(of(Math.E, units * unit * Math.E))
    const { v, e } = by.apply('exp', of(1, 0.01))
    expect(v).toBe(Math.E)
    expect(e).toBeCloseTo(1.5 * (Math.exp(1.01) - Math.E), 14)
    // the larger of the two sides
    const log = by.apply('log', of(1, 0.5))
    expect(log.e).toBeCloseTo(1.5 * Math.LN2, 14)
    const exact = by.apply('exp', of(1, 1e-300))
    expect(exact.e).toBeCloseTo(2 * units * unit * Math.E, 25)
    const negative = by.apply('log', of(0.5))
    expect(negative.e).toBeGreaterThan(0)
  })

  it('may be one that is not specified; no other is known', () => {
    expect(by.apply('f', of(3))).toEqual(of(6, 16 * unit * 6))
    expect(() => by.apply('g', of(3))).toThrow(NotExact)
    expect(() => by.apply('toString', of(3))).toThrow(NotExact)
  })

  it('has no value outside its domain, as far as that is sure', () => {
    expect(stated(by.apply('log', of(-1)))).toBe('domain')
    expect(stated(by.apply('log', of(0)))).toBe('pole')
    expect(stated(by.apply('sqrt', of(-1, 0.1)))).toBe('domain')
    expect(stated(by.apply('sqrt', of(-1, 2)))).toBe('unknown')
    expect(stated(by.apply('log', of(0, 0.1)))).toBe('unknown')
    expect(stated(by.apply('exp', of(1000)))).toBe('unknown')
    expect(stated(by.apply('sqrt', of(0.1, 0.2)))).toBe('unknown')
  })
})

describe('a power', () => {
  it('of whole numbers is exact, as long as they are held', () => {
    expect(by.power(of(3), of(4))).toEqual(of(81))
    expect(by.power(of(-3), of(3))).toEqual(of(-27))
    expect(by.power(of(7), of(0))).toEqual(of(1))
    expect(by.power(of(3), of(40)).e).toBeGreaterThan(0)
    expect(by.power(of(1.5), of(2))).toEqual(of(2.25, 4 * unit * 2.25))
    expect(by.power(of(2), of(-1))).toEqual(of(0.5, 4 * unit * 0.5))
    expect(by.power(of(-2), of(-1))).toEqual(of(-0.5, 4 * unit * 0.5))
  })

  it('of a negative number is one only if it is whole', () => {
    expect(stated(by.power(of(-8), of(1.5)))).toBe('domain')
    expect(stated(by.power(of(-8), of(3, 0.1)))).toBe('domain')
  })

  it('of zero', () => {
    expect(by.power(of(0), of(2))).toEqual(of(0))
    expect(by.power(of(0), of(0.5))).toEqual(of(0))
    expect(by.power(of(0), of(0))).toEqual(of(1))
    expect(stated(by.power(of(0), of(-1)))).toBe('pole')
    expect(stated(by.power(of(0), of(-1, 0.5)))).toBe('pole')
    expect(stated(by.power(of(0), of(0.1, 0.5)))).toBe('unknown')
    expect(stated(by.power(of(0), of(-0.1, 0.5)))).toBe('unknown')
    expect(stated(by.power(of(0), of(0, 0.5)))).toBe('unknown')
  })

  it('of what may be zero is small if it is whole, else not known', () => {
    const { v, e } = by.power(of(0.1, 0.2), of(2))
    expect(v).toBeCloseTo(0.01, 15)
    expect(e).toBeCloseTo(0.09 * 1.01, 15)
    expect(by.power(of(-0.1, 0.2), of(2)).e).toBeCloseTo(0.09 * 1.01, 15)
    expect(stated(by.power(of(0.1, 0.2), of(0.5)))).toBe('unknown')
    expect(stated(by.power(of(0.1, 0.2), of(0)))).toBe('unknown')
    expect(stated(by.power(of(0.1, 0.1), of(0.5)))).toBe('unknown')
    expect(stated(by.power(of(0, 0.1), of(-1)))).toBe('unknown')
    expect(by.power(of(0.1, 0.2), of(1)).e).toBeCloseTo(0.3 * 1.01, 15)
  })

  it('passes on the errors of its base and of its exponent', () => {
    const base = by.power(of(2, 0.01), of(3))
    expect(base.v).toBe(8)
    expect(base.e).toBeCloseTo(8 * Math.expm1((3 * 0.01) / 1.99) * 1.01, 13)
    const exponent = by.power(of(2), of(3, 0.01))
    expect(exponent.e).toBeCloseTo(8 * Math.expm1(Math.LN2 * 0.01) * 1.01, 13)
    const small = by.power(of(0.5), of(3, 0.01))
    expect(small.e).toBeCloseTo(0.125 * Math.expm1(Math.LN2 * 0.01) * 1.01, 13)
    const inverse = by.power(of(-2, 0.01), of(-3))
    expect(inverse.e).toBeCloseTo(0.125 * Math.expm1(0.03 / 1.99) * 1.01, 13)
  })

  it('loses everything where it is smaller than the smallest normal number', () => {
    expect(by.power(of(1e-200), of(2)).e).toBeGreaterThanOrEqual(2.3e-308)
    expect(by.power(of(1e-160), of(2)).e).toBeGreaterThanOrEqual(2.3e-308)
    expect(by.power(of(1e-100), of(2)).e).toBeLessThan(1e-210)
    expect(by.power(of(-1e-103), of(3)).e).toBeGreaterThanOrEqual(2.3e-308)
  })
})
