import { describe, expect, it } from 'vitest'
import { type Bounded, boundedArithmetic } from './bounded.ts'
import { judgePoint, sameBounded, sameRational } from './judge-point.ts'
import { fromNumber, type Rational, rationalArithmetic } from './rational.ts'

const exact = rationalArithmetic({ left: Number.POSITIVE_INFINITY })
const bounded = boundedArithmetic(new Map())
const pole: Rational = exact.divide(exact.number(1), exact.number(0))
const lost: Rational = exact.outside

const exactly = (reference: (number | Rational)[], answer: (number | Rational)[]) => {
  const [left, right] = [reference, answer].map((all) => ({
    shape: [all.length],
    data: all.map((one) => (typeof one === 'number' ? fromNumber(one) : one)),
  }))
  return judgePoint(exact, sameRational, () => 0, left!, right!)
}

describe('two values at a point', () => {
  it('are the same entry by entry, or different', () => {
    expect(exactly([1, 2], [1, 2])).toBe('same')
    expect(exactly([1, 2], [1, 3])).toBe('different')
    expect(exactly([0.5], [{ n: 2n, d: 4n }])).toBe('same')
  })

  it('may be one number beside a tensor, which stands for every entry', () => {
    expect(exactly([2, 2], [2])).toBe('same')
    expect(exactly([2], [2, 2])).toBe('same')
    expect(exactly([2], [2, 3])).toBe('different')
    expect(exactly([2, 3], [2])).toBe('different')
  })

  it('say nothing where the reference has no value', () => {
    expect(exactly([1, lost], [1, 2])).toBe('useless')
    expect(exactly([pole], [lost])).toBe('useless')
  })

  it('tell what the answer lacks: a value, or one that is divided by zero', () => {
    expect(exactly([1, 2], [lost, 2])).toBe('lost')
    expect(exactly([1, 2], [1, pole])).toBe('hole')
    // the worse of two
    expect(exactly([1, 2], [pole, lost])).toBe('hole')
    expect(exactly([1, 2], [lost, pole])).toBe('hole')
  })
})

describe('two values with their errors', () => {
  const nearly = (reference: Bounded[], answer: Bounded[]) => {
    const [left, right] = [reference, answer].map((data) => ({ shape: [data.length], data }))
    return judgePoint(bounded, sameBounded, ({ v }) => Math.abs(v), left!, right!)
  }
  const of = (v: number, e = 0): Bounded => ({ v, e })

  it('are different beyond eight times what the errors allow', () => {
    expect(nearly([of(1, 1e-12)], [of(1 + 15e-12, 1e-12)])).toBe('same')
    expect(nearly([of(1, 1e-12)], [of(1 + 17e-12, 1e-12)])).toBe('different')
    expect(nearly([of(1)], [of(1)])).toBe('same')
  })

  it('say nothing where they are known less well than a ten millionth of the largest entry', () => {
    expect(nearly([of(1, 4e-8)], [of(1, 4e-8)])).toBe('same')
    expect(nearly([of(1, 6e-8)], [of(1, 6e-8)])).toBe('useless')
    expect(nearly([of(1, 6e-8), of(100)], [of(1, 6e-8), of(100)])).toBe('same')
    expect(nearly([of(1, 6e-8), of(-100)], [of(1, 6e-8), of(-100)])).toBe('same')
    expect(nearly([of(1, 6e-8), of(2)], [of(1, 6e-8), of(3)])).toBe('different')
    expect(nearly([of(1), of(1, 6e-8)], [of(1), of(1, 6e-8)])).toBe('useless')
  })

  it('are the same where both are nothing, as far as can be known', () => {
    expect(nearly([of(1e-17, 1e-17)], [of(0)])).toBe('same')
    expect(nearly([of(0)], [of(1e-17, 1e-17)])).toBe('same')
    expect(nearly([of(1e-9, 1e-9)], [of(0)])).toBe('useless')
    expect(nearly([of(1.5e-11, 1e-12)], [of(1.5e-11, 1e-12)])).toBe('same')
    expect(nearly([of(1.7e-11, 1e-12)], [of(1.7e-11, 1e-12)])).toBe('useless')
    expect(nearly([of(2e-12, 1e-12)], [of(1.7e-11, 1e-12)])).toBe('useless')
    expect(nearly([of(1.7e-11, 1e-12)], [of(2e-12, 1e-12)])).toBe('useless')
    expect(nearly([of(-1.7e-11, 1e-12)], [of(-1.7e-11, 1e-12)])).toBe('useless')
  })

  it('say nothing where it is not known whether the answer has one', () => {
    expect(nearly([of(1)], [bounded.unknown])).toBe('useless')
    expect(nearly([of(1), of(2)], [bounded.unknown, of(3)])).toBe('useless')
    expect(nearly([bounded.unknown], [bounded.outside])).toBe('useless')
    expect(nearly([of(1)], [bounded.outside])).toBe('lost')
  })
})

it('two numbers are the same in so many words', () => {
  expect(sameRational(fromNumber(0.5), { n: 2n, d: 4n }, 1)).toBe('same')
  expect(sameBounded({ v: 1, e: 0 }, { v: 1, e: 0 }, 1)).toBe('same')
})
