import type { Expression, Outcome } from './ast.ts'
import { divideRuns } from './divide-runs.ts'
import { attempt } from './fault.ts'
import { Parser } from './parser.ts'
import { tokeniseLatex } from './tokenise-latex.ts'
import { tokeniseText } from './tokenise-text.ts'
import { type FormulaScope, Vocabulary } from './vocabulary.ts'

export type Notation = 'text' | 'latex'

/**
 * Reads what a student typed, with nothing but the names the question declares. Runs of letters are divided into
 * declared names; any other name is a problem that lists what may be used.
 */
export function parseFormula(source: string, notation: Notation, scope: FormulaScope): Outcome<Expression> {
  const vocabulary = new Vocabulary(scope)
  const read = (as: Notation) =>
    attempt(() => {
      // a formula that ends a sentence
      const text = source.replace(/(?<!right\s*)(?<=[\p{L}\p{Nd})}\]'|])(\s|\\,)*\.\s*$/u, (end) =>
        ' '.repeat(end.length),
      )
      const tokens = as === 'latex' ? tokeniseLatex(text) : tokeniseText(text, true)
      return new Parser(divideRuns(tokens, vocabulary), vocabulary).parse()
    })
  const first = read(notation)
  if (first.ok || notation === 'latex' || !/\\[A-Za-z]/.test(source)) return first
  // LaTeX pasted where text is typed
  const second = read('latex')
  return second.ok ? second : first
}
