import { isBlank } from './blank.ts'
import { readCells } from './cells.ts'
import { readChoice } from './choice.ts'
import type { Field } from './field.ts'
import { readLayers } from './layers.ts'
import { readNumber } from './number.ts'
import { readOrder } from './order.ts'
import type { RawAnswer } from './raw-answer.ts'
import { readShape } from './shape.ts'

/** What a field shows at once while it is being answered. `cells` has a message per cell of a tensor, null if fine. */
export interface AnswerState {
  state: 'empty' | 'ok' | 'unreadable'
  message: string | null
  cells?: (string | null)[]
}

/** Reads an answer as its field will be read. Formulas are read elsewhere: here they are only empty or not. */
export function readAnswer(field: Field, answer: RawAnswer | null): AnswerState {
  if (isBlank(answer) || !answer) return { state: 'empty', message: null }
  if (answer.kind !== field.kind)
    return { state: 'unreadable', message: 'This answer belongs to another kind of field.' }
  if (answer.kind === 'number') return stateOf(readNumber(answer.text))
  if (answer.kind === 'shape') return stateOf(readShape(answer.text))
  if (answer.kind === 'choice' && field.kind === 'choice') {
    return stateOf(
      readChoice(
        answer.chosen,
        field.options.map((option) => option.id),
        field.many,
      ),
    )
  }
  if (answer.kind === 'order' && field.kind === 'order') {
    return stateOf(
      readOrder(
        answer.lines,
        field.lines.map((line) => line.id),
      ),
    )
  }
  if (answer.kind === 'layers' && field.kind === 'layers') {
    const reading = readLayers(answer.rows, field.input)
    return { state: reading.ok ? 'ok' : 'unreadable', message: reading.message }
  }
  if (answer.kind === 'tensor') {
    const cells = readCells(answer.cells).map((cell) => (cell.ok || cell.reason === 'empty' ? null : cell.message))
    const message = cells.find((cell) => cell !== null) ?? null
    return { state: message === null ? 'ok' : 'unreadable', message, cells }
  }
  return { state: 'ok', message: null }
}

function stateOf(reading: { ok: true } | { ok: false; reason: string; message: string }): AnswerState {
  if (reading.ok) return { state: 'ok', message: null }
  return { state: reading.reason === 'empty' ? 'empty' : 'unreadable', message: reading.message }
}
