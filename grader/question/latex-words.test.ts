import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latexWords } from './latex-words.ts'

it.each([
  ['\\hat m', 'm hat'],
  ['\\hat{m}_t', 'm_t hat'],
  ['\\hat m^{(1)} x', 'm^((1)) hat x'],
  ['\\tilde{s}_{t-1} + \\bar x', 's_(t-1) tilde + x bar'],
  ['\\theta_{\\text{new}}', 'θ_new'],
  ['W_{ih} x', 'W_ih x'],
  ['\\varepsilon', 'ε'],
  ['\\frac{\\partial L}{\\partial w}', '(∂ L)/(∂ w)'],
  ['\\frac12', '1/2'],
  ['\\sqrt{x}', '√x'],
  ['\\sqrt[3]{x + 1}', '3√(x + 1)'],
  ['a \\cdot b \\le 2\\,c', 'a · b ≤ 2 c'],
  ['2\\log(x)', '2 log(x)'],
  ['\\max_i z_i', 'max_i z_i'],
  ['W^\\top x^2', 'W^T x^2'],
  ['\\left( x \\right)', '( x )'],
  ['\\mathbf{x} \\in \\mathbb{R}^n', 'x ∈ R^n'],
  ['\\text{if } x > 0', 'if x > 0'],
  ['\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}', 'a b c d'],
  ['\\color{red} x', 'x'],
  ["f'(x)", "f'(x)"],
  ['100\\,\\% \\{a\\}', '100 % {a}'],
  ['\\unheard x', 'unheard x'],
])('%s is said as %s', (latex, words) => expect(latexWords(latex)).toBe(words))

it('comes to an end with whatever it is given', () => {
  const token = fc.constantFrom('{', '}', '\\frac', '\\hat', '\\sqrt', '[', '^', '_', 'x', ' ', '\\', '\\text', '&')
  fc.assert(
    fc.property(fc.array(token, { maxLength: 400 }), (tokens) => {
      expect(latexWords(tokens.join(''))).toBeTypeOf('string')
    }),
    { seed: 11, numRuns: 300 },
  )
})
