import { describe, expect, it } from 'vitest'
import { parseText } from './parse-text.ts'
import { outline } from './testing/outline.ts'

function read(source: string): string {
  const outcome = parseText(source)
  return outcome.ok ? outline(outcome.value) : `${outcome.problem.kind}: ${outcome.problem.message}`
}

describe('text notation', () => {
  it.each([
    ['sigmoid(W_o s + U_o x + b_o)', 'sigmoid((((W_o s) + (U_o x)) + b_o))'],
    ['(1 - i) .* s + i .* c', '(((1 - i) .* s) + (i .* c))'],
    ['floor((W - F + 2P)/S) + 1', '(floor((((W - F) + (2 P)) / S)) + 1)'],
    ['1/2 x', '((1 / 2) x)'],
    ['a .* W s', '(a .* (W s))'],
    ['W (o .* s)', '(W (o .* s))'],
    ['W[h; c]', '(W [h; c])'],
    ['Q K^T / sqrt(d)', '((Q K.T) / sqrt(d))'],
    ['A.T x', '(A.T x)'],
    ['-x^2', '(-(x ^ 2))'],
    ['2^-x^2', '(2 ^ (-(x ^ 2)))'],
    ['a^b^c', '(a ^ (b ^ c))'],
    ['a**2', '(a ^ 2)'],
    ['5.*x', '(5 .* x)'],
    ['x ⊙ y − z·w', '((x .* y) - (z * w))'],
    ['½ x² ≤ √y', '(((1 / 2) (x ^ 2)) <= sqrt(y))'],
    ['|x| + ||y||^2', '(abs(x) + (norm(y) ^ 2))'],
    ['⌊(H - F)/S⌋ + ⌈x⌉', '(floor(((H - F) / S)) + ceil(x))'],
    ['h[i, j] + x[1]', '(h[i, j] + x[1])'],
    ['[1, 2; 3, 4]', '[1, 2; 3, 4]'],
    ['cases(k t if t <= S, t^(-1/2))', 'cases((k t) if (t <= S), (t ^ ((-1) / 2)))'],
    ['if(t > 0, 1, 0)', 'cases(1 if (t > 0), 0)'],
    ['x if y > 0 else z', 'cases(x if (y > 0), z)'],
    ['0 <= p and not p > 1', 'and((0 <= p), not((p > 1)))'],
    ['1 <= i <= n', 'and((1 <= i), (i <= n))'],
    ['(W - F) // S + 7 % 2', '(floor(((W - F) / S)) + mod(7, 2))'],
    ["s_{t-1} + W_{o} + σ + \\sigma + H' + tilde(s)_t", "(((((s_{t-1} + W_o) + sigma) + sigma) + H') + tilde(s)_t)"],
    ['2e-3 + 2e^x', '(2e-3 + (2 (e ^ x)))'],
  ])('reads %s', (source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it.each([
    ['', 'parse: Nothing was written.'],
    ['x +', 'parse: The formula ends too early.'],
    ['x + * y', 'parse: The “*” cannot stand here.'],
    ['((x', 'parse: This bracket is never closed.'],
    ['|x', 'parse: This pair of bars is never closed.'],
    ['2 3', 'parse: The numbers 2 and 3 stand side by side. Write an operator between them.'],
    ['?+x', 'parse: The character “?” has no meaning here.'],
    ['x_{', 'parse: A subscript is missing or not closed.'],
    ['[1, 2; 3]', 'parse: The rows of this bracket have different lengths.'],
    ['(a, b)', 'parse: Write a vector in square brackets: [a, b].'],
    ['f()', 'parse: f needs an argument.'],
    ['1e999999999', 'limit: The number 1e999999999 is too large or too small.'],
  ])('refuses %s with a sentence', (source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it('points at what it refuses', () => {
    const outcome = parseText('x + (y * ]')
    expect(outcome.ok ? null : outcome.problem.span).toEqual({ start: 9, end: 10 })
  })

  it.each([
    ['x+'.repeat(3000), 'characters'],
    [`${'x+'.repeat(400)}x`, 'too many parts'],
    ['('.repeat(1000), 'nested'],
    ['-'.repeat(1000) + 'x', 'nested'],
    [`${'x^'.repeat(200)}x`, 'nested'],
    ['1'.repeat(41), '40 digits'],
  ])('stops at its limits', (source, word) => {
    expect(read(source)).toMatch(/^limit: /)
    expect(read(source)).toContain(word)
  })
})
