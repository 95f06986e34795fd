import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BinaryOperator, Comparison, Expression } from './ast.ts'
import { parseText } from './parse-text.ts'
import { printText } from './print-text.ts'
import { outline } from './testing/outline.ts'

const span = { start: 0, end: 0 }
const operators: BinaryOperator[] = ['+', '-', '*', '.*', '/', './', '^', '.^']
const comparisons: Comparison[] = ['<', '<=', '>', '>=', '=', '!=']

const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
  const part = tie('tree')
  const name = fc.constantFrom('x', 'W_o', 's_{t-1}', "H'", 'tilde(s)_t', 'sigma', 'T', 'e')
  return {
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('0', '2', '0.5', '1e-3').map((text): Expression => ({ kind: 'number', text, span })),
      name.map((name): Expression => ({ kind: 'name', name, span })),
      part.map((operand): Expression => ({ kind: 'negate', operand, span })),
      fc
        .record({ operand: part, letter: fc.boolean() })
        .map((given): Expression => ({ kind: 'transpose', ...given, span })),
      fc
        .record({ operator: fc.constantFrom(...operators), left: part, right: part })
        .map((given): Expression => ({ kind: 'binary', ...given, span })),
      fc
        .record({ left: part, right: part })
        .map((given): Expression => ({ kind: 'binary', operator: '*', implicit: true, ...given, span })),
      fc
        .record({ name: fc.constantFrom('max', 'sigmoid'), args: fc.array(part, { minLength: 1, maxLength: 3 }) })
        .map((given): Expression => ({ kind: 'call', ...given, span })),
      fc.tuple(part, part, part, part).map(
        ([a, b, c, d]): Expression => ({
          kind: 'bracket',
          rows: [
            [a, b],
            [c, d],
          ],
          span,
        }),
      ),
      fc.record({ target: name, index: part }).map(
        ({ target, index }): Expression => ({
          kind: 'index',
          target: { kind: 'name', name: target, span },
          indices: [index],
          span,
        }),
      ),
      fc
        .record({ value: part, when: part, otherwise: part })
        .map(({ value, when, otherwise }): Expression => ({ kind: 'cases', arms: [{ value, when }], otherwise, span })),
      fc
        .record({ operator: fc.constantFrom(...comparisons), left: part, right: part })
        .map((given): Expression => ({ kind: 'compare', ...given, span })),
      fc
        .record({ operator: fc.constantFrom('and' as const, 'or' as const), left: part, right: part })
        .map(({ operator, left, right }): Expression => ({ kind: 'logic', operator, operands: [left, right], span })),
      part.map((operand): Expression => ({ kind: 'logic', operator: 'not', operands: [operand], span })),
    ),
  }
})

describe('printText', () => {
  it('prints what reads back to the same tree', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const printed = printText(expression)
        const again = parseText(printed)
        if (!again.ok && again.problem.kind === 'limit') return
        expect(again.ok ? outline(again.value) : `${printed}: ${again.problem.message}`).toBe(outline(expression))
      }),
      { seed: 7, numRuns: 3000 },
    )
  })

  it('sets no needless brackets', () => {
    for (const source of ['a + b * c - d', 'sigmoid(W_o s + b)', '(1 - i) .* s', 'a^(-b)', 'A^T x / 2', 'x[1, 2]']) {
      const read = parseText(source)
      expect(read.ok && printText(read.value)).toBe(source)
    }
  })
})
