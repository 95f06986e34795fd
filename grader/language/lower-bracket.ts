import type { Expression } from './ast.ts'
import { Fault } from './fault.ts'
import type { ExpressionLowering } from './lower-expression.ts'
import type { Value } from './lowering.ts'

type Bracket = Extract<Expression, { kind: 'bracket' }>

/**
 * `[a, b]` and `[h; c]` join numbers and vectors to one vector; `[1, 2; 3, 4]` is a matrix; `[[1, 2], [3, 4]]` and
 * row vectors under each other are its rows.
 */
export function lowerBracket(lowering: ExpressionLowering, node: Bracket): Value {
  const { rows, span } = node
  const values = rows.map((row) => row.map((entry) => lowering.value(entry)))
  const entries = values.flat()
  const columns = rows[0]?.length ?? 0
  const nested = rows.length === 1 && rows.flat().every((entry) => entry.kind === 'bracket' && entry.rows.length === 1)
  if (nested && entries.every(isVector)) return stack(lowering, entries, span)
  if (columns === 1 && entries.length > 1 && entries.every((entry) => isRow(entry))) {
    const flat = entries.map((entry) => lowering.out.apply('reshape', [entry, sized(lowering, entry)], span))
    return stack(lowering, flat, span)
  }
  if (rows.length > 1 && columns > 1) {
    if (entries.some((entry) => entry.type.shape.length > 0)) {
      throw new Fault('type', 'The entries of a matrix must be numbers.', span)
    }
    const flat = lowering.out.apply('concat', entries, span)
    return lowering.out.apply(
      'reshape',
      [flat, lowering.out.constant(rows.length), lowering.out.constant(columns)],
      span,
    )
  }
  const odd = entries.findIndex((entry) => entry.type.shape.length > 1)
  if (odd >= 0) {
    const shape = entries[odd]?.type.shape.join('×')
    throw new Fault(
      'type',
      `Only numbers and vectors can be joined in brackets; this is ${shape}.`,
      rows.flat()[odd]?.span ?? span,
    )
  }
  return lowering.out.apply('concat', entries, span)
}

function stack(lowering: ExpressionLowering, entries: Value[], span: Bracket['span']): Value {
  if (entries.some((entry) => entry.type.shape[0] !== entries[0]?.type.shape[0])) {
    throw new Fault('type', 'The rows of this matrix have different lengths.', span)
  }
  return lowering.out.apply('stackrows', entries, span)
}

const isVector = (value: Value) => value.type.shape.length === 1
const isRow = ({ type: { shape } }: Value) => shape.length === 2 && shape[0] === 1
const sized = (lowering: ExpressionLowering, value: Value) => lowering.out.constant(value.type.shape[1] ?? 0)
