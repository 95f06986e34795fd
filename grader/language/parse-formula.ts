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
  return attempt(() => {
    const vocabulary = new Vocabulary(scope)
    const tokens = notation === 'latex' ? tokeniseLatex(source) : tokeniseText(source, true)
    return new Parser(divideRuns(tokens, vocabulary), vocabulary).parse()
  })
}
