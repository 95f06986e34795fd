import type { Field } from '../../grader/answers/field.ts'
import { readNumber } from '../../grader/answers/number.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { readAnswer as readState } from '../../grader/answers/state.ts'
import { formFaults } from '../../grader/language/form/form.ts'
import { parseFormulaAnswer } from '../../grader/language/parse-answer.ts'
import { type MathNode, printMathml } from '../../grader/language/print-mathml.ts'
import type { FieldOf } from './props.ts'

/**
 * What a reader makes of an answer: a formula is shown as it was read; what cannot be read says why; where one text has
 * several meanings, each is offered as an answer that has only one.
 */
export type Reading =
  | { state: 'read'; math: MathNode; warnings: string[] }
  | { state: 'unreadable'; message: string; cells: number[] }
  | { state: 'ambiguous'; message: string; readings: { label: string; answer: RawAnswer }[] }

/** Reads an answer of a field; null where there is nothing to say. Loaded by the browser with the first answer. */
export function readAnswer(field: Field, answer: RawAnswer): Reading | null {
  if (field.kind === 'formula' && answer.kind === 'formula') return readFormula(field, answer)
  if (answer.kind === 'number') {
    const reading = readNumber(answer.text)
    if (!reading.ok && reading.reason === 'ambiguous') {
      const readings = (reading.readings ?? []).map((value) => ({
        label: String(value),
        answer: { kind: 'number' as const, text: String(value) },
      }))
      return { state: 'ambiguous', message: reading.message, readings }
    }
  }
  const { state, message, cells } = readState(field, answer)
  if (state !== 'unreadable' || message === null) return null
  return { state, message, cells: (cells ?? []).flatMap((said, index) => (said === null ? [] : [index])) }
}

function readFormula(field: FieldOf<'formula'>, answer: Extract<RawAnswer, { kind: 'formula' }>): Reading | null {
  if (answer.source.trim() === '') return null
  const outcome = parseFormulaAnswer(answer.source, answer.notation, field)
  if (!outcome.ok) return { state: 'unreadable', message: outcome.problem.message, cells: [] }
  const warnings = field.form ? formFaults(outcome.value, { ...field.form, require: [] }, field.symbols) : []
  return { state: 'read', math: printMathml(outcome.value), warnings }
}
