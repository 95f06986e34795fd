import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'
import {
  longestCell,
  mostColumns,
  mostRows,
  type TableFile,
  type TableRow,
  type UnreadableTable,
} from './table-file.ts'

const separators = [',', ';', '\t', '|'] as const
type Separator = (typeof separators)[number]

/** Excel writes `sep=;` before the table where its own separator is another. */
const told = /^sep=(.)\n/i

interface Parsed {
  record: string[]
  info: { lines: number }
}

function records(text: string, separator: string, to: number): Parsed[] {
  return parse(text, {
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to,
  }) as unknown as Parsed[]
}

/**
 * The separator that makes the first records a table: most columns, the same number in each. Text in quotes does not
 * deceive it, since each separator is tried by reading.
 */
export function guessSeparator(text: string): Separator {
  const head = text.slice(0, 20_000)
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of separators) {
    const widths = tryRecords(head, separator).map(({ record }) => record.length)
    const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
    if (usual < 2) continue
    const score = (widths.filter((width) => width === usual).length / widths.length) * (1 + usual / 100)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** The first records of a text that was cut off somewhere: the last of them may be none. */
function tryRecords(text: string, separator: string): Parsed[] {
  for (const to of [12, 3, 1])
    try {
      const read = records(text, separator, to).filter(({ record }) => record.some((cell) => cell !== ''))
      if (read.length > 0) return read
    } catch {
      // an open quote, perhaps only because the text was cut: fewer records may do
    }
  return []
}

/** A CSV file by any common program: its encoding and separator are found out. */
export function readCsv(bytes: Uint8Array): TableFile | UnreadableTable {
  const decoded = decodeText(bytes)
  const { encoding } = decoded
  const text = decoded.text.replace(/\r\n?/g, '\n')
  const first = told.exec(text)
  const separator = first?.[1] ?? guessSeparator(text)
  const skipped = first ? 1 : 0
  let parsed: Parsed[]
  try {
    parsed = records(first ? text.slice(first[0].length) : text, separator, mostRows + 2)
  } catch (error) {
    if (error instanceof CsvError) return { problem: problemOf(error, skipped) }
    throw error
  }
  const rows: TableRow[] = []
  let before = 0
  for (const { record, info } of parsed) {
    const line = before + 1 + skipped
    before = info.lines
    if (record.every((cell) => cell.trim() === '')) continue
    rows.push({ line, cells: record.slice(0, mostColumns).map((cell) => cell.trim().slice(0, longestCell)) })
  }
  return { kind: 'csv', from: encoding, rows, broken: [] }
}

function problemOf(error: CsvError, skipped: number): string {
  const line = Number((error as { lines?: unknown }).lines)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened and never closed: look for a single ".'
  return Number.isFinite(line) ? `Line ${line + skipped} cannot be read.` : 'The file cannot be read as a table.'
}
