import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../language/parse-formula.ts'
import type { AnswerField, FormulaSymbol } from '../../question/definition.ts'
import { judgeFormula } from './judge-formula.ts'
import { printCounterexample } from './print-counterexample.ts'
import { formulaField } from './testing/field.ts'

const integer = (name: string, low: number, high: number): FormulaSymbol => ({
  name,
  aliases: [],
  latex: null,
  shape: [],
  domain: { low, high, integer: true },
})
const symbols = [integer('W', 8, 64), integer('F', 1, 7), integer('P', 0, 3), integer('S', 1, 4)]

function expression(source: string) {
  const read = parseFormula(source, 'text', { symbols })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

const field: Extract<AnswerField, { kind: 'formula' }> = {
  kind: 'formula',
  name: 'width',
  label: 'Width',
  points: 2,
  after: [],
  line: 1,
  column: 1,
  source: '',
  target: "W'",
  symbols,
  equals: expression('floor((W - F + 2P)/S) + 1'),
  accept: [{ expression: expression('floor((W - F + 2P)/S + 1/2)'), source: '' }],
  mistakes: [
    {
      id: 'no-one',
      says: 'Add one.',
      earns: 0.5,
      source: '',
      line: 1,
      column: 1,
      expression: expression('floor((W - F + 2P)/S)'),
    },
    {
      id: 'once',
      says: 'Both sides.',
      earns: 0.4,
      source: '',
      line: 1,
      column: 1,
      expression: expression('floor((W - F + P)/S) + 1'),
    },
  ],
}

describe('judgeFormula', () => {
  it.each([
    ['\\left\\lfloor\\frac{W-F+2P}{S}\\right\\rfloor+1', 'latex'],
    ["W'=\\lfloor(W+2P-F)/S\\rfloor+1", 'latex'],
    ['(W - F + 2*P)//S + 1', 'text'],
    ['floor((W - F + 2P)/S + 0.5)', 'text'],
  ] as const)('%s is right', (source, notation) => {
    expect(judgeFormula(field, { source, notation }).grading).toEqual({ verdict: 'right', score: 1 })
  })

  it('names a mistake', () => {
    expect(judgeFormula(field, { notation: 'text', source: '(W + 2P - F)//S' }).grading).toMatchObject({
      verdict: 'mistake',
      score: 0.5,
      named: { id: 'no-one', says: 'Add one.', kind: 'mistake' },
    })
    expect(judgeFormula(field, { notation: 'text', source: '(W + P - F)//S + 1' }).grading).toMatchObject({
      named: { id: 'once' },
    })
  })

  it('shows where a wrong answer differs', () => {
    const graded = judgeFormula(field, { notation: 'text', source: 'W - F' }).grading
    expect(graded).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(graded.counterexample && printCounterexample(graded.counterexample)).toMatch(
      /^For W = \d+, F = \d+, P = \d+, S = \d+ this gives \d+, not \d+\.$/,
    )
  })

  it('calls unreadable what cannot be read, with the reason', () => {
    expect(judgeFormula(field, { notation: 'text', source: 'W - Q' }).grading).toMatchObject({
      verdict: 'unreadable',
      message: expect.stringContaining('“Q” is not declared'),
    })
  })

  it('sends to review what cannot be decided', () => {
    expect(judgeFormula(field, { notation: 'text', source: 'W + 9^9^9^9' }).grading).toMatchObject({
      verdict: 'review',
      score: null,
    })
  })
})

describe('what a second execution must agree with', () => {
  const judged = (source: string) => {
    const { grading, references, evidence } = judgeFormula(field, { notation: 'text', source })
    return { verdict: grading.verdict, references, executed: evidence.length > 0 }
  }

  it('is the answer, and the reference that it equals', () => {
    expect(judged('(W - F + 2P)//S + 1')).toEqual({ verdict: 'right', references: [0], executed: true })
    const accepted = formulaField({ equals: 'x', symbols: ['x'] })
    const other = formulaField({ equals: '2 x', symbols: ['x'] }).equals
    const either = { ...accepted, accept: [{ expression: other, source: '2 x' }] }
    expect(judgeFormula(either, { notation: 'text', source: 'x + x' }).references).toEqual([1])
  })

  it('is every right one for an answer that is not right, and the mistake that it is', () => {
    expect(judged('(W + 2P - F)//S')).toEqual({ verdict: 'mistake', references: [0, 1, 2], executed: true })
    expect(judged('(W + P - F)//S + 1')).toEqual({ verdict: 'mistake', references: [0, 1, 3], executed: true })
    expect(judged('W - F')).toEqual({ verdict: 'wrong', references: [0, 1], executed: true })
  })

  it('is nothing where nothing is decided', () => {
    expect(judged('W - Q')).toEqual({ verdict: 'unreadable', references: [], executed: false })
    expect(judged('W + 9^9^9^9')).toEqual({ verdict: 'review', references: [], executed: false })
    expect(judgeFormula(field, { notation: 'text', source: 'W + 9^9^9^9' }).grading.message).toMatch(/^Too few points/)
  })
})

it('a form that earns nothing makes the answer wrong', () => {
  const form = { allow: [], require: [], forbid: ['erf'], simplified: false, earns: 0 }
  const strict = formulaField({ equals: 'x Phi(x)', symbols: ['x'], form })
  const { grading } = judgeFormula(strict, { notation: 'text', source: 'x/2 (1 + erf(x/sqrt(2)))' })
  expect(grading).toMatchObject({ verdict: 'wrong', score: 0 })
})

describe('the form of a formula', () => {
  const form = { allow: [], require: ['Phi'], forbid: ['erf'], simplified: true, earns: 0.5 }
  const gelu = formulaField({ equals: 'x Phi(x)', symbols: ['x'], form })
  it.each([
    ['Phi(x) x', 'right', 1, undefined],
    ['x/2 (1 + erf(x/sqrt(2)))', 'partial', 0.5, /erf may not be used here. Phi must be used./],
    ['x Phi(x) + x - x', 'partial', 0.5, /can be simplified/],
    // a value that is wrong is wrong, whatever its form
    ['x erf(x)', 'wrong', 0, /^For x = /],
  ] as const)('%s: %s', (source, verdict, score, message) => {
    const { grading } = judgeFormula(gelu, { notation: 'text', source })
    expect(grading).toMatchObject({ verdict, score })
    const said = grading.counterexample ? printCounterexample(grading.counterexample) : (grading.message ?? '')
    expect(said).toMatch(message ?? /^$/)
  })
})
