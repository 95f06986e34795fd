import { parseFormula } from '../language/parse-formula.ts'
import type { AnswerField, Place } from './definition.ts'
import { readForm } from './read-form.ts'
import { readMistakes } from './read-mistakes.ts'
import { readSymbols } from './read-symbols.ts'
import type { Entry, Reader, TextParser } from './reader.ts'

export const formulaKeys = ['equals', 'target', 'symbols', 'mistakes', 'accept', 'form'] as const

type FormulaPart = Omit<AnswerField & { kind: 'formula' }, 'name' | 'label' | 'points' | 'after' | keyof Place>

export function readFormulaField(
  reader: Reader,
  record: Map<string, Entry>,
  at: Entry,
  functions: readonly string[],
): FormulaPart | null {
  const symbols = readSymbols(reader, record.get('symbols'))
  const parser: TextParser = (source) => parseFormula(source, 'text', { symbols, functions })
  const equalsEntry = record.get('equals')
  const equals = equalsEntry && reader.readExpression(equalsEntry.node, 'equals', equalsEntry.keyNode, parser)
  if (!record.has('symbols')) reader.problem(at.keyNode, `The formula ${at.key} needs “symbols”.`)
  if (!equalsEntry) reader.problem(at.keyNode, `The formula ${at.key} needs “equals”.`)
  const acceptEntry = record.get('accept')
  const acceptNodes = acceptEntry ? (reader.readList(acceptEntry.node, 'accept', acceptEntry.keyNode) ?? []) : []
  const accept = acceptNodes.flatMap((node) => {
    const read = reader.readExpression(node, 'accept', at.keyNode, parser)
    return read ? [{ expression: read.expression, source: read.source }] : []
  })
  const mistakes = readMistakes(reader, record.get('mistakes'), 'equals', parser).map((mistake) => ({
    ...mistake,
    earns: mistake.earns ?? 0,
  }))
  const target = reader.readText(record.get('target'), 'target')
  if (!equals) return null
  const form = readForm(reader, record.get('form'), { symbols, functions, equals: equals.expression })
  const part: FormulaPart = {
    kind: 'formula',
    equals: equals.expression,
    source: equals.source,
    target,
    symbols,
    mistakes,
    accept,
  }
  return form ? { ...part, form } : part
}
