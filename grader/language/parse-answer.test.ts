import { describe, expect, it } from 'vitest'
import { parseFormulaAnswer } from './parse-answer.ts'
import type { Notation } from './parse-formula.ts'
import { outline } from './testing/outline.ts'

const symbols = [{ name: 'x' }, { name: 'W' }, { name: 'F' }]

function read(source: string, notation: Notation, target: string | null): string {
  const outcome = parseFormulaAnswer(source, notation, { symbols, target })
  return outcome.ok ? outline(outcome.value) : outcome.problem.message
}

describe('formula answers with a left side', () => {
  it.each([
    ['\\operatorname{GELU}(x)=x\\Phi(x)', 'latex', '\\operatorname{GELU}(x)', '(x Phi(x))'],
    ['\\mathrm{GELU}\\left(x\\right)=x\\Phi(x)', 'latex', '\\operatorname{GELU}(x)', '(x Phi(x))'],
    ['GELU(x) = x Phi(x)', 'text', '\\operatorname{GELU}(x)', '(x Phi(x))'],
    ["W' = W - F", 'text', "W'", '(W - F)'],
    ["W'^2 = (W - F)^2", 'text', "W'", "((W' ^ 2) = ((W - F) ^ 2))"],
    ['H(x) = x', 'text', null, 'x'],
    ['y = x', 'text', null, 'x'],
    ['x = W', 'text', null, '(x = W)'],
    ['x <= W', 'text', null, '(x <= W)'],
  ] as const)('%s', (source, notation, target, expected) => {
    expect(read(source, notation, target)).toBe(expected)
  })

  it('still refuses what cannot be read, pointing into the whole', () => {
    const outcome = parseFormulaAnswer('y = x + q', 'text', { symbols })
    expect(outcome.ok ? null : outcome.problem.message).toContain('“y” is not declared')
    expect(read('= x', 'text', 'y')).toBe('The “=” cannot stand here.')
  })
})
