import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from '../language/parse-text.ts'
import { drawParameter } from './draw-parameter.ts'
import { LiteralProblem } from './evaluate.ts'
import { readGenerator } from './generator.ts'
import { randomFrom } from './random.ts'

function draw(source: string, seed = 'seed', scope: Record<string, number> = {}) {
  const outcome = parseText(source)
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return drawParameter(readGenerator(outcome.value), scope, randomFrom(seed))
}

describe('every draw keeps to what its generator says', () => {
  const each = (source: string, check: (value: { shape: number[]; data: number[] }) => void) =>
    fc.assert(
      fc.property(fc.string(), (seed) => check(draw(source, seed))),
      { numRuns: 60, seed: 7 },
    )

  it('integer', () =>
    each('integer(-2, 3)', ({ shape, data }) => {
      expect(shape).toEqual([])
      expect([-2, -1, 0, 1, 2, 3]).toContain(data[0])
      expect(Object.is(data[0], -0)).toBe(false)
    }))
  it('integers', () =>
    each('integers([2, 3], 0, 9)', ({ shape, data }) => {
      expect(shape).toEqual([2, 3])
      expect(data).toHaveLength(6)
      expect(data.every((x) => Number.isInteger(x) && x >= 0 && x <= 9)).toBe(true)
    }))
  it('decimals are the doubles that their digits name', () =>
    each('decimals([20], -0.5, 0.35, 2)', ({ data }) => {
      expect(data.every((x) => x >= -0.5 && x <= 0.35 && Number(x.toFixed(2)) === x)).toBe(true)
    }))
  it('pick', () =>
    each('pick([1, 0], [0, 1])', ({ shape, data }) => {
      expect(shape).toEqual([2])
      expect((data[0] as number) + (data[1] as number)).toBe(1)
    }))
  it('distinct', () =>
    each('distinct([4, 4], -9, 9)', ({ shape, data }) => {
      expect(shape).toEqual([4, 4])
      expect(new Set(data).size).toBe(16)
      expect(data.every((x) => Number.isInteger(x) && x >= -9 && x <= 9)).toBe(true)
    }))
  it('bits have both values, however unlikely', () =>
    each('bits([3], 0.999)', ({ data }) => {
      expect([...new Set(data)].toSorted()).toEqual([0, 1])
    }))
  it('a literal', () =>
    each('[1, 2; 3, 4]', (value) => {
      expect(value).toEqual({ shape: [2, 2], data: [1, 2, 3, 4] })
    }))
})

it('reaches both ends of a range', () => {
  const values = new Set(Array.from({ length: 200 }, (_, k) => draw('decimal(0, 0.3, 1)', `s${k}`).data[0]))
  expect([...values].toSorted()).toEqual([0, 0.1, 0.2, 0.3])
})

it('takes sizes and limits from integers drawn before', () => {
  expect(draw('integers([n, n + 1], 0, n)', 's', { n: 2 }).shape).toEqual([2, 3])
})

it.each([
  ['integer(3, 2)', 'The range from 3 to 2 is empty.'],
  ['distinct([4], 1, 3)', '4 different integers are asked for, but the range has only 3.'],
  ['integers([0], 1, 3)', 'A size must be a whole number from 1, not 0.'],
  ['integers([200, 200], 1, 3)', '200×200 is more than 10000 entries.'],
  ['integer(1, 1e300)', 'The range from 1 to 1e+300 is too wide.'],
  ['integer(1, m)', '“m” is no integer parameter declared before.'],
  ['integr(1, 2)', 'There is no generator “integr”. Did you mean “integer”?'],
  ['decimal(1, 2)', 'Write decimal(low, high, places).'],
  ['decimals(3, 1, 2, 1)', 'Write decimals([sizes], low, high, places).'],
  ['bits([3], 2)', 'The probability must lie between 0 and 1.'],
  ['decimal(0, 1, 20)', 'The number of places must be a whole number from 0 to 9.'],
  ['pick(1, 2, 3, 4, 5, zeros(2))', '“zeros(…)” cannot be used here'],
])('refuses %s', (source, message) => {
  expect(() => draw(source)).toThrow(LiteralProblem)
  expect(() => draw(source)).toThrow(message)
})
