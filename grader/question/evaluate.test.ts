import { describe, expect, it } from 'vitest'
import { parseText } from '../language/parse-text.ts'
import { evaluateLiteral, evaluateNumber, LiteralProblem } from './evaluate.ts'

function read(source: string) {
  const outcome = parseText(source)
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

describe('sizes and limits', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['-n', -4],
    ['(n + 1)/2', 2.5],
    ['2^n', 16],
    ['2n', 8],
    ['floor(n/3)', 1],
    ['min(n, 2)', 2],
    ['1e-3', 0.001],
  ])('%s', (source, value) => {
    expect(evaluateNumber(read(source), { n: 4 })).toBeCloseTo(value, 12)
  })

  it.each(['m', 'sigmoid(n)', 'n < 2', '1/0', '[1, 2]', 'constructor', 'toString(n)'])('refuses %s', (source) => {
    expect(() => evaluateNumber(read(source), { n: 4 })).toThrow(LiteralProblem)
  })
})

describe('literals', () => {
  it('are numbers, vectors and matrices', () => {
    expect(evaluateLiteral(read('0.5'), {})).toEqual({ shape: [], data: [0.5] })
    expect(evaluateLiteral(read('[1, -2, 3]'), {})).toEqual({ shape: [3], data: [1, -2, 3] })
    expect(evaluateLiteral(read('[1; 2]'), {})).toEqual({ shape: [2], data: [1, 2] })
    expect(evaluateLiteral(read('[1, 2; 3, 4; 5, n]'), { n: 6 })).toEqual({ shape: [3, 2], data: [1, 2, 3, 4, 5, 6] })
    expect(evaluateLiteral(read('-[0, 1]'), {})).toEqual({ shape: [2], data: [0, -1] })
  })
})
