import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import { fromNumber, type Rational, rationalArithmetic } from './rational.ts'

const bounded = boundedArithmetic(new Map())
const exact = rationalArithmetic({ left: Number.POSITIVE_INFINITY })
const operations = ['add', 'subtract', 'multiply', 'divide'] as const

/** The exact distance between a double and a rational, as a rational. */
function distance(value: number, truth: Rational): number {
  const [head = '0', exponent = '0'] = value.toExponential(60).split('e')
  const digits = BigInt(head.replace('.', ''))
  const shift = BigInt(Number(exponent) - 60)
  const n = shift >= 0n ? digits * 10n ** shift : digits
  const d = shift >= 0n ? 1n : 10n ** -shift
  const difference = n * truth.d - truth.n * d
  const scale = 10n ** 40n
  return Math.abs(Number((difference * scale) / (d * truth.d)) / 1e40)
}

describe('float64 with an error bound', () => {
  it('never strays further from the exact value than its bound', () => {
    const number = fc.integer({ min: -4000, max: 4000 }).map((k) => k / 64)
    const step = fc.tuple(fc.constantFrom(...operations), number)
    fc.assert(
      fc.property(number, fc.array(step, { maxLength: 12 }), (start, steps) => {
        let close: Bounded = { v: start, e: 0 }
        let true_ = fromNumber(start)
        for (const [operation, operand] of steps) {
          close = bounded[operation](close, { v: operand, e: 0 })
          true_ = exact[operation](true_, fromNumber(operand))
          if (bounded.state(close) !== 'number' || exact.state(true_) !== 'number') return
          expect(distance(close.v, true_)).toBeLessThanOrEqual(close.e * (1 + 1e-9) + 1e-40)
        }
      }),
      { seed: 3, numRuns: 1500 },
    )
  })

  it('knows what it does not know', () => {
    const near = { v: 1e-17, e: 1e-16 }
    expect(bounded.state(bounded.divide(bounded.number(1), near))).toBe('unknown')
    expect(bounded.state(bounded.divide(bounded.number(1), bounded.number(0)))).toBe('pole')
    expect(bounded.state(bounded.apply('log', bounded.number(-1)))).toBe('domain')
    expect(bounded.state(bounded.apply('sqrt', near))).toBe('unknown')
    expect(bounded.state(bounded.floor({ v: 2, e: 1e-15 }))).toBe('unknown')
    expect(bounded.compare(near, bounded.number(0))).toBeNull()
    expect(bounded.state(bounded.power(bounded.number(-8), bounded.divide(bounded.number(1), bounded.number(3))))).toBe(
      'domain',
    )
  })
})

describe('exact rationals', () => {
  it('reads decimals as they are written', () => {
    const { add, compare } = exact
    expect(compare(add(fromNumber(0.1), fromNumber(0.2)), fromNumber(0.3))).toBe(0)
    expect(fromNumber(1e-12)).toEqual({ n: 1n, d: 1000000000000n })
  })

  it('gives up instead of working long', () => {
    expect(() => exact.power(fromNumber(9), fromNumber(9999))).toThrow('a large power')
    const little = rationalArithmetic({ left: 500 })
    const big = { n: 10n ** 40n + 1n, d: 10n ** 40n + 3n }
    expect(() => Array.from({ length: 10 }).reduce((x: Rational) => little.multiply(x, big), big)).toThrow(
      'too much work',
    )
  })

  it('rounds down', () => {
    expect(exact.floor({ n: -7n, d: 2n })).toEqual({ n: -4n, d: 1n })
    expect(exact.floor({ n: 7n, d: 2n })).toEqual({ n: 3n, d: 1n })
  })
})
