import katex from 'katex'
import { describe, expect, it } from 'vitest'
import type { LayoutOptions } from './layout.ts'
import { parseText } from './parse-text.ts'
import { latexName, printLatex } from './print-latex.ts'

function latex(source: string, options?: LayoutOptions): string {
  const read = parseText(source)
  if (!read.ok) throw new Error(read.problem.message)
  const printed = printLatex(read.value, options)
  katex.renderToString(printed, { throwOnError: true, strict: 'error' })
  return printed
}

describe('printLatex', () => {
  it.each([
    ['sigmoid(W_o s + U_o x + b_o)', '\\sigma\\left(W_{o}s + U_{o}x + b_{o}\\right)'],
    ['(1 - i) .* s + i .* c', '\\left(1 - i\\right) \\odot s + i \\odot c'],
    ['floor((W - F + 2P)/S) + 1', '\\left\\lfloor\\frac{W - F + 2P}{S}\\right\\rfloor + 1'],
    ['softmax(Q K^T / sqrt(d_k)) V', '\\operatorname{softmax}\\left(\\frac{QK^{\\top}}{\\sqrt{d_{k}}}\\right)V'],
    ['bias^2 + variance + sigma^2', '\\mathrm{bias}^{2} + \\mathrm{variance} + \\sigma^{2}'],
    ['bias variance', '\\mathrm{bias}\\,\\mathrm{variance}'],
    ['sigma sigmoid(x)', '\\sigma\\operatorname{sigmoid}\\left(x\\right)'],
    ['S^(-3/2)', 'S^{-3/2}'],
    ['(a + b)^2 / -c', '\\frac{\\left(a + b\\right)^{2}}{-c}'],
    ['tanh(x)^2', '\\left(\\tanh\\left(x\\right)\\right)^{2}'],
    ['-(a - b) - (c - d)', '-\\left(a - b\\right) - \\left(c - d\\right)'],
    ['cases(1 if t <= T, 0)', '\\begin{cases}1 & \\text{if } t \\le T \\\\ 0 & \\text{otherwise}\\end{cases}'],
    ['[h; c]', '\\begin{bmatrix}h \\\\ c\\end{bmatrix}'],
    ['h[i, j] + |x|', 'h_{i, j} + \\left\\lvert x\\right\\rvert'],
    ['2 * 3 + 2 (3)', '2 \\cdot 3 + 2 \\cdot 3'],
    ['1e-3', '10^{-3}'],
    ['W - eta gradient(L, W_o)', 'W - \\eta\\frac{\\partial L}{\\partial W_{o}}'],
    ['gradient(L, W)^T', '\\left(\\frac{\\partial L}{\\partial W}\\right)^{\\top}'],
    ['soft_threshold(w, eta lambda)', '\\operatorname{soft\\text{-}threshold}\\left(w, \\eta\\lambda\\right)'],
    ["s_next + s_{t-1} + H' + tilde(s)_t", "s_{\\text{next}} + s_{t-1} + H' + \\tilde{s}_{t}"],
  ])('sets %s', (source, expected) => {
    expect(latex(source)).toBe(expected)
  })

  it('puts values in the place of names', () => {
    const values = { W: '\\begin{bmatrix}1 & 2\\end{bmatrix}', x: '-3', k: '2' }
    expect(latex('W x + k x^2', { values })).toBe(
      '\\begin{bmatrix}1 & 2\\end{bmatrix}\\left(-3\\right) + 2\\left(-3\\right)^{2}',
    )
    expect(latex('2 k', { values })).toBe('2 \\cdot 2')
    expect(latex('gradient(k, x)', { values })).toBe('\\frac{\\partial k}{\\partial x}')
  })

  it('prints names', () => {
    expect(['F1', 'd_ff', 'mu_alpha', 'x', 'b_{i,j}'].map((name) => latexName(name))).toEqual([
      'F_{1}',
      'd_{\\text{ff}}',
      '\\mu_{\\alpha}',
      'x',
      'b_{i,j}',
    ])
    expect(latexName('E', { E: '\\mathbb{E}' })).toBe('\\mathbb{E}')
  })
})
