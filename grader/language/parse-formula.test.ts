import { describe, expect, it } from 'vitest'
import { type Notation, parseFormula } from './parse-formula.ts'
import { printText } from './print-text.ts'
import { outline } from './testing/outline.ts'

const symbols = [
  { name: 'x', shape: ['n'] },
  { name: 'W', shape: ['n', 'n'] },
  { name: 's_{t-1}', shape: ['n'] },
  { name: 'bias' },
  { name: "H'", aliases: ['Hp'] },
  { name: 'hat(y)' },
  { name: 'F' },
  { name: 'P' },
  { name: 'h_i', shape: ['n'] },
  { name: 'Q', shape: ['n', 'k'] },
  { name: 'K', shape: ['m', 'k'] },
  { name: 'd_k' },
  { name: 'a' },
  { name: 'b' },
  { name: 'T' },
  { name: 'f', function: null },
  { name: 'eta' },
]

function read(source: string, notation: Notation): string {
  const outcome = parseFormula(source, notation, { symbols })
  return outcome.ok ? outline(outcome.value) : outcome.problem.message
}

describe('formulas in LaTeX', () => {
  it.each([
    ['\\frac12', '(1 / 2)'],
    ['\\frac{a}{b}x', '((a / b) x)'],
    ['\\sqrt[3]{a}+\\sqrt2', '((a ^ (1 / 3)) + sqrt(2))'],
    ['Ws_{t-1}', '(W s_{t-1})'],
    ['2FP', '((2 F) P)'],
    ['QK^T', '(Q K.T)'],
    ['QK^{\\top}', '(Q K.T)'],
    ['a^T', '(a ^ T)'],
    ['\\mathrm{bias}^2+bias', '((bias ^ 2) + bias)'],
    ["H^{\\prime}+H'+Hp", "((H' + H') + H')"],
    ['\\hat{y}-\\hat y', '(hat(y) - hat(y))'],
    ['W\\left[h_i;x\\right]', '(W [h_i; x])'],
    ['\\left|a\\right|\\left|b\\right|+|a|', '((abs(a) abs(b)) + abs(a))'],
    ['\\|x\\|_2^2', '(norm(x) ^ 2)'],
    ['\\left\\lfloor\\frac{a}{b}\\right\\rfloor+\\lceil a\\rceil', '(floor((a / b)) + ceil(a))'],
    ['\\begin{bmatrix}a & b\\\\ 1 & 2\\end{bmatrix}', '[a, b; 1, 2]'],
    ['x_1+W_{1,2}', '(x[1] + W[1, 2])'],
    ['\\ln 2a+\\sin a\\cos b', '(ln((2 a)) + (sin(a) cos(b)))'],
    ['\\tanh^{2}{\\left(b\\right)}', '(tanh(b) ^ 2)'],
    ['\\operatorname{\\mathrm{erf}}(a)', 'erf(a)'],
    ['\\mathbf{W}\\mathbf{x}', '(W x)'],
    ['\\max\\left\\{0,a\\right\\}+\\max\\left(0,a\\right)', '(max(0, a) + max(0, a))'],
    ['\\begin{cases}a, & a>0\\\\ b & \\text{otherwise}\\end{cases}', 'cases(a if (a > 0), b)'],
    ['\\begin{cases}a & \\text{if }a>0\\\\ b & a\\le 0\\end{cases}', 'cases(a if (a > 0), b if (a <= 0), nothing)'],
    ['\\log_2(a)+\\log_{10}{a}', '((log(a) / log(2)) + (log(a) / log(10)))'],
    ['ae^{-b}', '(a (e ^ (-b)))'],
    ['\\exponentialE^{a}', '(e ^ a)'],
    ['x^{\\odot 2}', '(x .^ 2)'],
    ['2\\left[a+b\\right]\\eta', '((2 (a + b)) eta)'],
    ['\\frac{a}{2}\\left[1+b\\right]', '((a / 2) (1 + b))'],
    ['$a\\,+\\bigl(b\\bigr)$', '(a + b)'],
    ['f(a)+\\sigma(a)', '(f(a) + sigmoid(a))'],
    ['xerf(a)', '(x erf(a))'],
    ['3{,}14', '3.14'],
    ['a(b)', '(a b)'],
  ])('reads %s', (source, expected) => {
    expect(read(source, 'latex')).toBe(expected)
  })

  it.each([
    ['\\placeholder{}+a', 'There is an empty box in the formula.'],
    ['\\frac{a}{}', 'There is an empty box in the formula.'],
    ['x^23', 'Only the first digit is the exponent here; put the exponent in braces.'],
    ['\\sin', 'sin is a function: write sin(…).'],
    ['\\left(a', 'This bracket is never closed.'],
    ['\\left(a\\right]', 'A “)” was expected.'],
    ['a^{b', 'A brace is never closed.'],
    ['}', 'A brace is closed that was never opened.'],
    ['\\begin{cases}a & b', 'This \\begin has no \\end.'],
    ['\\sum_{i}a', 'Sums with a running index are not part of these formulas.'],
    ['a_{^2}', 'This subscript cannot be read.'],
    ['\\hat{}', 'An accent must stand over one name.'],
    ['a&b', 'The sign & only stands between cells.'],
    ['\\text{hello world}', '“hello world” has no meaning here.'],
  ])('refuses %s', (source, expected) => {
    expect(read(source, 'latex')).toBe(expected)
  })

  it('stops at its limits', () => {
    expect(read('\\frac{'.repeat(300) + 'a' + '}{b}'.repeat(300), 'latex')).toContain('nested too deeply')
    expect(read(`${'{'.repeat(1990)}a${'}'.repeat(1990)}`, 'latex')).toContain('nested too deeply')
    expect(read(`${'\\left('.repeat(300)}a${'\\right)'.repeat(270)}`, 'latex')).toContain('nested too deeply')
    expect(read('{'.repeat(1000), 'latex')).toContain('never closed')
    expect(read('a+'.repeat(2500), 'latex')).toContain('longer than')
  })
})

describe('formulas in text', () => {
  it.each([
    ['2FP + Hp', "(((2 F) P) + H')"],
    ['QK^T/sqrt(d_k)', '((Q K.T) / sqrt(d_k))'],
    ['QK.T / √dk', '((Q K.T) / sqrt(d_k))'],
    ['a**2 + Abs(b) + Max(0, a)', '(((a ^ 2) + abs(b)) + max(0, a))'],
    ['W[h_i;x] + x[1]', '((W [h_i; x]) + x[1])'],
    ['2e^a + E', '((2 (e ^ a)) + e)'],
    ['ηa + 2π', '((eta a) + (2 pi))'],
    ['a if a > 0 else b', 'cases(a if (a > 0), b)'],
  ])('reads %s', (source, expected) => {
    expect(read(source, 'text')).toBe(expected)
  })

  it('lists what may be used where a name is not declared', () => {
    expect(read('a + q', 'text')).toMatch(/^The name “q” is not declared here\. You may use x, W, s_\{t-1\}, bias/)
  })

  it('points at the undeclared name', () => {
    const outcome = parseFormula('a + quack', 'text', { symbols })
    expect(outcome.ok ? null : outcome.problem.span).toEqual({ start: 4, end: 9 })
  })
})

describe('letters that also spell a function', () => {
  const symbols = ['m', 'i', 'n', 't', 'c', 'a'].map((name) => ({ name }))
  const read = (source: string) => {
    const outcome = parseFormula(source, 'text', { symbols })
    return outcome.ok ? printText(outcome.value) : outcome.problem.message
  }
  it.each([
    ['mm + 1', 'm m + 1'],
    ['2int', '2 i n t'],
    ['cat', 'c a t'],
    ['int(m)', 'sign(m) .* floor(abs(m))'],
  ])('%s is read as %s', (source, expected) => {
    expect(read(source)).toBe(expected)
  })
})
