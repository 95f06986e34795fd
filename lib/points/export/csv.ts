import { inert } from './inert.ts'
import type { Cell, Row } from './table.ts'

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : `"${inert(cell).replaceAll('"', '""')}"`
}

/** One line by RFC 4180: text in quotes, numbers bare. */
export function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`
}

const together = 200
const encoder = new TextEncoder()

/** A table as CSV in UTF-8, piece by piece; with a byte order mark Excel reads it as UTF-8 too. */
export async function* csv(rows: AsyncIterable<Row>, options: { mark: boolean }): AsyncGenerator<Uint8Array> {
  if (options.mark) yield encoder.encode('\ufeff')
  let lines: string[] = []
  for await (const row of rows) {
    lines.push(csvLine(row))
    if (lines.length < together) continue
    yield encoder.encode(lines.join(''))
    lines = []
  }
  if (lines.length > 0) yield encoder.encode(lines.join(''))
}
