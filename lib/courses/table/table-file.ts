/** One row as it stands in a file: its line there and its cells as text. */
export interface TableRow {
  line: number
  cells: string[]
}

/** What a file holds, before anybody says what its columns mean. */
export interface TableFile {
  kind: 'csv' | 'xlsx'
  /** how its text was read, or which sheet of a workbook */
  from: string
  rows: TableRow[]
  /** cells that hold no value: a formula that was never computed, an error */
  broken: { line: number; column: number; text: string }[]
}

/** More than a large university's largest course; a file of more is something else. */
export const mostRows = 10_000
export const mostColumns = 60
/** characters of a cell: a comment may be long, a name is not */
export const longestCell = 2_000

/** A file that cannot be read as a table, and what to do about it. */
export interface UnreadableTable {
  problem: string
}
