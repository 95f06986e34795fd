import type { NumberReading } from '../answers/number.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { readShape } from '../answers/shape.ts'
import type { JudgedField } from '../question/fields.ts'
import { byAxes } from './axes.ts'
import { readOnce } from './read-once.ts'

/** What a student typed into a field that is judged by a step, as read. */
export interface Reading {
  /** unreadable: nothing of it could be read */
  state: 'empty' | 'unreadable' | 'read'
  shape: number[]
  /** NaN where a cell is blank or unreadable */
  values: number[]
  cells: ('filled' | 'empty' | 'unreadable')[]
  /** digits typed after the decimal point per cell; null where exact or unread */
  decimals: (number | null)[]
  /** why the first unreadable cell, or the whole, could not be read */
  message: string | null
}

/** `expected` is the shape of the right answer: a grid that may not be resized must have it. */
export function readComputed(field: JudgedField, answer: RawAnswer | null, expected: readonly number[]): Reading {
  if (!answer) return nothing('empty', null)
  if (answer.kind !== field.kind) return nothing('unreadable', `This field takes a ${field.kind}.`)
  if (answer.kind === 'number') return reading([], [readOnce(answer.text)])
  if (answer.kind === 'shape' && field.kind === 'shape') return readDimensions(answer.text, field.axes)
  if (answer.kind !== 'tensor') return nothing('unreadable', 'This answer cannot be read.')
  const resizable = field.kind === 'tensor' && field.resizable
  const size = answer.shape.reduce((product, n) => product * n, 1)
  if (size !== answer.cells.length || (!resizable && answer.shape.join() !== expected.join())) {
    return nothing('unreadable', `The grid does not have the shape ${expected.join('×')} of this field.`)
  }
  return reading(answer.shape, answer.cells.map(readOnce))
}

function readDimensions(text: string, axes: readonly string[]): Reading {
  const read = readShape(text)
  if (!read.ok) return nothing(read.reason, read.reason === 'empty' ? null : read.message)
  const dimensions = byAxes(read.dimensions, read.labels, axes)
  const values = dimensions.map((n) => (n === 'N' ? Number.NaN : n))
  return {
    state: 'read',
    shape: [values.length],
    values,
    cells: values.map(() => 'filled'),
    decimals: values.map(() => 0),
    message: dimensions.includes('N') ? 'Give every dimension as a number and leave the batch dimension out.' : null,
  }
}

function reading(shape: number[], cells: readonly NumberReading[]): Reading {
  const kinds = cells.map((cell) => (cell.ok ? 'filled' : cell.reason === 'empty' ? 'empty' : 'unreadable'))
  const unread = cells.find((cell) => !cell.ok && cell.reason !== 'empty')
  return {
    state: kinds.includes('filled') ? 'read' : kinds.includes('unreadable') ? 'unreadable' : 'empty',
    shape,
    values: cells.map((cell) => (cell.ok ? cell.value : Number.NaN)),
    cells: kinds,
    decimals: cells.map((cell) => (cell.ok ? cell.decimals : null)),
    message: unread && !unread.ok ? unread.message : null,
  }
}

function nothing(state: 'empty' | 'unreadable', message: string | null): Reading {
  return { state, shape: [], values: [], cells: [], decimals: [], message }
}

/** Every cell was filled and read. */
export function isComplete(reading: Reading): boolean {
  return reading.state === 'read' && reading.cells.every((cell) => cell === 'filled')
}
