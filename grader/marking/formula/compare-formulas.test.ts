import { describe, expect, it } from 'vitest'
import { type Notation, parseFormula } from '../../language/parse-formula.ts'
import type { FormulaSymbol } from '../../question/definition.ts'
import { compareFormulas } from './compare-formulas.ts'
import type { FormulaVerdict } from './comparer.ts'
import { printCounterexample } from './print-counterexample.ts'

type Given = Partial<Omit<FormulaSymbol, 'name'>>

function symbolsOf(given: Record<string, Given>): FormulaSymbol[] {
  const domain = { low: -3, high: 3, integer: false }
  return Object.entries(given).map(([name, more]) => ({ name, aliases: [], latex: null, shape: [], domain, ...more }))
}

const integer = (low: number, high: number): Given => ({ domain: { low, high, integer: true } })
const real = (low: number, high: number): Given => ({ domain: { low, high, integer: false } })
const scalars = symbolsOf({
  x: {},
  y: {},
  p: real(0.05, 0.95),
  n: integer(1, 9),
  f: { function: null },
  g: { function: null },
})
const sizes = symbolsOf({
  W: integer(8, 64),
  F: integer(1, 7),
  P: integer(0, 3),
  S: integer(1, 4),
  t: integer(1, 20),
  T: integer(1, 20),
  "W'": integer(1, 64),
})
const tensors = symbolsOf({
  W: { shape: ['d', 'd'] },
  U: { shape: ['d', 'k'] },
  b: { shape: ['d'] },
  s: { shape: ['d', 1], aliases: ['s_{t-1}'] },
  x: { shape: ['k'] },
  o: { shape: ['d'] },
  A: { shape: ['n', 'n'] },
  B: { shape: ['n', 'n'] },
  Q: { shape: ['m', 'k'] },
  K: { shape: ['n', 'k'] },
  V: { shape: ['n', 'v'] },
  c: real(0.5, 4),
  sigma: { function: 'sigmoid' },
})

function compare(
  symbols: FormulaSymbol[],
  reference: string,
  answer: string,
  notation: Notation = 'text',
  target: string | null = null,
) {
  const scope = { symbols }
  const wanted = parseFormula(reference, 'text', scope)
  const given = parseFormula(answer, notation, scope)
  if (!wanted.ok) throw new Error(wanted.problem.message)
  if (!given.ok) throw new Error(given.problem.message)
  return compareFormulas(wanted.value, given.value, symbols, { target })
}

const printed = ({ counterexample }: FormulaVerdict) => (counterexample ? printCounterexample(counterexample) : '')

describe('equal in any correct form', () => {
  it.each([
    [scalars, 'x Phi(x)', 'x/2 (1 + erf(x/sqrt(2)))'],
    [scalars, 'x Phi(x)', 'x (1 - Phi(-x))'],
    [scalars, 'sin(x)^2 + cos(x)^2', '1'],
    [scalars, '(x^2 - y^2)/(x - y)', 'x + y'],
    [scalars, 'x + y', '(x^2 - y^2)/(x - y)'],
    [scalars, '-log(1/(1 + exp(-x)))', 'log(1 + exp(-x))'],
    [scalars, 'sqrt(x^2)', 'abs(x)'],
    [scalars, 'max(0, x)', 'if(x > 0, x, 0)'],
    [scalars, 'max(0, x)', 'x step(x)'],
    [scalars, 'f(x) + f(y)', 'f(y) + f(x)'],
    [scalars, '(1 - p)^n', 'exp(n ln(1 - p))'],
    [scalars, '2^n', 'e^(n ln(2))'],
    [scalars, '0', 'x - x'],
    [scalars, 'max(x, y)', '(x + y + |x - y|)/2'],
    [sizes, 'floor((W - F + 2P)/S) + 1', '(W - F + 2P) // S + 1'],
    [sizes, 'floor((W - F + 2P)/S) + 1', 'floor((W - F + 2P + S)/S)'],
    [sizes, 'floor((W - F + 2P)/S) + 1', 'ceil((W - F + 2P + 1)/S)'],
    [sizes, 'min(t/T, 1)', 'if(t < T, t/T, 1)'],
    [tensors, 'sigma(W (o .* s) + U x + b)', '1 ./ (1 + exp(-b - U x - W (s .* o)))'],
    [tensors, 'sigma(W (o .* s) + U x + b)', 'sigma(W diag(o) s + U x + b)'],
    [tensors, 'b^T W s', 'dot(b, W s)'],
    [tensors, 'b^T W s', 's^T W^T b'],
    [tensors, '(A B)^T', 'B^T A^T'],
    [tensors, 'A^2', 'A A'],
    [tensors, 'norm(s)^2', 'sum(s .* s)'],
    [tensors, 'mean(s)', 'sum(s) / sum(s ./ s)'],
    [tensors, 'softmax(Q K^T / sqrt(c)) V', 'softmax(Q/sqrt(c) K^T) V'],
    [tensors, 'softmax(W s + 1)', 'exp(W s) / sum(exp(W s))'],
  ])('%#: %s', (symbols, reference, answer) => {
    expect(compare(symbols, reference, answer)).toEqual({ verdict: 'equal' })
  })
})

describe('different, however little', () => {
  it.each([
    [scalars, 'x Phi(x)', 'x sigmoid(1.702 x)'],
    [scalars, 'x Phi(x)', '0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))'],
    [scalars, 'exp(x)', 'exp(x) + 1e-13'],
    [scalars, 'x + 1/3', 'x + 0.3333333333333333333'],
    [scalars, 'f(x)', 'g(x)'],
    [scalars, 'f(x) + f(y)', 'f(x + y)'],
    [scalars, 'sqrt(x^2)', 'x'],
    [scalars, 'log(x y)', 'log(x)'],
    [scalars, 'abs(x)', 'sqrt(x) sqrt(x)'],
    [scalars, 'if(x >= 1, 1, 0)', 'if(x > 1, 1, 0)'],
    [scalars, 'x', 'x/(y - y)'],
    [sizes, 'floor((W - F + 2P)/S) + 1', '(W - F + 2P)/S + 1'],
    [sizes, 'floor((W - F + 2P)/S) + 1', 'ceil((W - F + 2P)/S) + 1'],
    [sizes, 'floor((W - F + 2P)/S) + 1', 'round((W - F + 2P)/S) + 1'],
    [sizes, 'if(t <= T, 1, 0)', 'if(t < T, 1, 0)'],
    [tensors, 'sigma(W (o .* s) + U x + b)', 'sigma(o .* (W s) + U x + b)'],
    [tensors, 'A B', 'B A'],
    [tensors, 'mean(s)', 'sum(s)/3'],
    [tensors, 'mean(s)', 'sum(s)/4'],
    [tensors, 'softmax(Q K^T) V', 'softmax(K Q^T)^T V'],
    [tensors, 'W s', 'W^T s'],
  ])('%#: %s', (symbols, reference, answer) => {
    expect(compare(symbols, reference, answer).verdict).toBe('different')
  })
})

describe('what cannot be settled or computed', () => {
  it('says which shapes do not fit, with the letters of the question', () => {
    expect(compare(tensors, 'W s', 'W x')).toEqual({ verdict: 'different', message: 'W is d×d but x has k entries.' })
    expect(compare(tensors, 'W s', 's * b').message).toBe(
      's and b are vectors: write s .* b (⊙) to multiply them entry by entry.',
    )
    expect(compare(tensors, 'W s', 'sum(W s)').message).toBe(
      'sum(W s) is a number; a vector of d entries was asked for.',
    )
  })

  it('leaves to a human what overflows everywhere', () => {
    expect(compare(scalars, 'x', 'x + 9^9^9^9').verdict).toBe('undecided')
  })

  it('leaves to a human what is too large to compute', () => {
    const long = `[${Array(120).fill('x').join(', ')}]`
    expect(compare(scalars, 'x', `trace(${long} ${long}^T (${long} ${long}^T))`).verdict).toBe('undecided')
  })

  it('tells where two formulas differ', () => {
    expect(printed(compare(scalars, 'x + 1', 'x + 2'))).toMatch(/^For x = \S+ this gives \S+, not \S+\.$/)
    expect(printed(compare(scalars, 'abs(x)', 'sqrt(x)^2'))).toMatch(/this has no value, not/)
  })

  it('gives the same verdict and witness again', () => {
    expect(compare(scalars, 'f(x)', 'g(x)')).toEqual(compare(scalars, 'f(x)', 'g(x)'))
  })
})
