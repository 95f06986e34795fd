import { parseFormulaAnswer } from '../../../grader/language/parse-answer.ts'
import { printLatex } from '../../../grader/language/print-latex.ts'
import { printText } from '../../../grader/language/print-text.ts'
import type { FieldOf } from '../props.ts'

/** A formula in the other notation, or null where it cannot be read as it stands. */
export function converted(field: FieldOf<'formula'>, source: string, from: 'text' | 'latex'): string | null {
  const outcome = parseFormulaAnswer(source, from, field)
  if (!outcome.ok) return null
  if (from === 'latex') return printText(outcome.value)
  const names = Object.fromEntries(field.symbols.map((symbol) => [symbol.name, symbol.latex]))
  return printLatex(outcome.value, { names })
}
