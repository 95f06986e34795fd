import type { Text } from '@codemirror/state'
import type { Range } from '../desk/desk.ts'

/** The offset of a line and a column, both from 1; the nearest there is where the text has become shorter. */
export function offsetAt(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.max(1, Math.min(line, doc.lines)))
  return Math.min(found.to, found.from + Math.max(0, column - 1))
}

export function stretchOf(doc: Text, range: Range): { from: number; to: number } {
  const from = offsetAt(doc, range.line, range.column)
  return { from, to: Math.max(from, offsetAt(doc, range.endLine, range.endColumn)) }
}

export function placeOf(doc: Text, offset: number): { line: number; column: number } {
  const line = doc.lineAt(offset)
  return { line: line.number, column: offset - line.from + 1 }
}
