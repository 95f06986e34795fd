import { canonicalName } from '../../language/names.ts'
import type { FormulaScope } from '../../language/vocabulary.ts'
import type { AnswerField } from '../../question/definition.ts'

/** What a student may write in a formula field: its symbols, and the target for answers that are equations. */
export function formulaScope(
  field: Pick<Extract<AnswerField, { kind: 'formula' }>, 'symbols' | 'target'>,
): FormulaScope {
  const { symbols, target } = field
  const name = target === null ? null : canonicalName(target)
  const declared = symbols.some((symbol) => (canonicalName(symbol.name) ?? symbol.name) === name)
  return { symbols: name === null || declared ? symbols : [...symbols, { name, shape: [] }] }
}
