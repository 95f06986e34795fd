import type { Node } from 'yaml'
import type { Place } from '../definition.ts'
import type { Reader, Stretch } from '../reader.ts'
import type { Range } from './inspection.ts'

/** A node or a stretch of the file as an editor takes it: its first line, where it has more than one. */
export function rangeOf(reader: Reader, at: Node | Place | Stretch): Range {
  const { start, end } = reader.stretch(at)
  const [from, to] = [reader.placeOf(start), reader.placeOf(end)]
  return { ...from, endLine: to.line, endColumn: to.column }
}
