import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../language/parse-formula.ts'
import type { FormulaSymbol } from '../../question/definition.ts'
import { compareFormulas } from './compare-formulas.ts'
import { printCounterexample } from './print-counterexample.ts'

const real = { low: -3, high: 3, integer: false }
const symbol = (name: string, more: Partial<FormulaSymbol> = {}): FormulaSymbol => ({
  name,
  aliases: [],
  latex: null,
  shape: [],
  domain: real,
  ...more,
})
const positive = { domain: { low: 0.1, high: 4, integer: false } }

function compare(symbols: FormulaSymbol[], reference: string, answer: string, target: string | null = null) {
  const read = [reference, answer].map((source) => {
    const outcome = parseFormula(source, 'text', { symbols })
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value
  })
  return compareFormulas(read[0]!, read[1]!, symbols, { target })
}

describe('equations in other arrangements', () => {
  const line = ['y', 'm', 'x', 'c'].map((name) => symbol(name))
  it.each([
    ['y = m x + c', 'equal'],
    ['m x + c = y', 'equal'],
    ['y - c = m x', 'equal'],
    ['c = y - m x', 'equal'],
    ['0 = m x + c - y', 'equal'],
    ['y - m x - c = 0', 'equal'],
    ['3y = 3 m x + 3c', 'equal'],
    ['-y/7 = -(m x + c)/7', 'equal'],
    ['2 (y - c) = 2 m x', 'equal'],
    ['(y - c)/m = x', 'equal'],
    ['exp(y) = exp(m x) exp(c)', 'equal'],
    ['y^3 = (m x + c)^3', 'equal'],
    ['m x + c', 'equal'],
    ['y - c = m x + 1', 'different'],
    ['y + c = m x', 'different'],
    ['y = m x', 'different'],
    ['0 = 0', 'different'],
    ['1 = 1', 'different'],
    ['y = y', 'different'],
    ['x = x', 'different'],
    ['0 y = 0', 'different'],
    ['y - y = m x - x m', 'different'],
    ['y (m x + c) = (m x + c) y', 'different'],
    ['y/y = 1', 'different'],
    ['m x + c = m x + c', 'different'],
    ['m x + c = 0', 'different'],
    // it holds, but for other values of y as well
    ['y^2 = (m x + c)^2', 'undecided'],
    ['|y| = |m x + c|', 'undecided'],
    ['y^2 = y (m x + c)', 'undecided'],
    ['(y - m x - c) (y - 1) = 0', 'undecided'],
    ['floor(y) = floor(m x + c)', 'undecided'],
  ])('y = m x + c and %s: %s', (answer, verdict) => {
    expect(compare(line, 'y = m x + c', answer).verdict).toBe(verdict)
    expect(compare(line, 'm x + c', answer, 'y').verdict).toBe(verdict)
  })

  it('lets squares pass where the target is declared positive', () => {
    const spread = [symbol('s', positive), symbol('v', positive)]
    expect(compare(spread, 's = sqrt(v)', 's^2 = v').verdict).toBe('equal')
  })

  it('says why, and where', () => {
    expect(compare(line, 'y = m x + c', 'y - y = 0').message).toBe('This equation holds whatever y is.')
    expect(compare(line, 'y = m x + c', 'm = x').message).toBe('This equation does not speak of y.')
    const { counterexample } = compare(line, 'y = m x + c', 'y + c = m x')
    expect(counterexample && printCounterexample(counterexample)).toMatch(
      /^For m = -?\d, x = -?\d, c = -?\d, y = -?\d+ the left side is -?\d+, the right side -?\d+\.$/,
    )
  })
})

describe('equations of vectors', () => {
  const layer = [
    symbol('W', { shape: ['n', 'n'] }),
    symbol('V', { shape: ['k', 'n'] }),
    symbol('s', { shape: ['n'] }),
    symbol('y', { shape: ['n'] }),
  ]
  it.each([
    ['y - W s = 0', 'equal'],
    ['W s = y', 'equal'],
    ['2y - W s = W s', 'equal'],
    ['W y = W W s', 'equal'],
    // fewer equations than unknowns
    ['sum(y) = sum(W s)', 'undecided'],
    ['s^T y = s^T W s', 'undecided'],
    ['0 y = 0 s', 'different'],
    ['y = W^T s', 'different'],
    ['V y = s', 'different'],
  ])('y = W s and %s: %s', (answer, verdict) => {
    expect(compare(layer, 'y = W s', answer).verdict).toBe(verdict)
  })
})

describe('equations that settle no name', () => {
  const circle = ['x', 'y'].map((name) => symbol(name))
  it.each([
    ['x^2 + y^2 = 1', 'equal'],
    ['1 - y^2 = x^2', 'equal'],
    ['3 x^2 + 3 y^2 - 3 = 0', 'equal'],
    ['x^2 = x^2', 'different'],
    ['x^2 + y^2', 'different'],
    ['x + y = 1', 'undecided'],
  ])('x^2 + y^2 = 1 and %s: %s', (answer, verdict) => {
    expect(compare(circle, 'x^2 + y^2 = 1', answer).verdict).toBe(verdict)
  })
})
