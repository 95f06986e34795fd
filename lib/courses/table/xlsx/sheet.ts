import { setImmediate } from 'node:timers/promises'
import { longestCell, mostColumns, mostRows, type TableFile, type TableRow } from '../table-file.ts'
import { type Format, printNumber } from './formats.ts'
import { attribute, plain, tags } from './xml.ts'

interface Workbook {
  strings: readonly string[]
  formats: readonly Format[]
  from1904: boolean
}

interface Cell {
  column: number
  type: string
  style: number
  value: string | null
  formula: boolean
}

/** How many tags are read before others have their turn. */
const turn = 40_000

function columnOf(reference: string | null, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return next
  let column = 0
  for (const one of letters) column = column * 26 + one.charCodeAt(0) - 64
  return column - 1
}

/** The text of a cell; null: it holds none, though something stands in it. */
function textOf({ type, style, value, formula }: Cell, { strings, formats, from1904 }: Workbook): string | null {
  if (value === null) return formula ? null : ''
  if (type === 's') return strings[Number(value)] ?? null
  if (type === 'e') return null
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'd') return plain(value).replace(/T00:00:00(\.0+)?Z?$/, '')
  if (type === 'n') return printNumber(value, formats[style] ?? null, from1904)
  return plain(value)
}

/** The rows of a sheet that hold anything. Phonetic readings beside text are no part of it. */
export async function readSheet(xml: string, book: Workbook): Promise<Pick<TableFile, 'rows' | 'broken'>> {
  const rows: TableRow[] = []
  const broken: TableFile['broken'] = []
  let row: TableRow | null = null
  let cell: Cell | null = null
  let line = 0
  let seen = 0
  let reading = false
  const close = () => {
    if (!row || !cell || cell.column >= mostColumns) return
    const text = textOf(cell, book)
    if (text === null) broken.push({ line, column: cell.column, text: cell.value ?? '' })
    while (row.cells.length < cell.column) row.cells.push('')
    row.cells[cell.column] = (text ?? '').trim().slice(0, longestCell)
  }
  for (const { name, kind, attributes, text } of tags(xml)) {
    seen += 1
    if (seen % turn === 0) await setImmediate()
    if (cell && reading && (kind === 'close' || name === '#cdata')) cell.value = (cell.value ?? '') + text
    if (name === 'row') {
      if (kind !== 'close') line = Number(attribute(attributes, 'r') ?? line + 1) || line + 1
      if (kind === 'open') row = { line, cells: [] }
      else if (kind === 'close' && row) {
        if (row.cells.some((one) => one !== '')) rows.push(row)
        row = null
        if (rows.length > mostRows + 1) break
      }
    } else if (name === 'c' && row) {
      if (kind !== 'close') {
        const column: number = columnOf(attribute(attributes, 'r'), row.cells.length)
        const type = attribute(attributes, 't') ?? 'n'
        cell = { column, type, style: Number(attribute(attributes, 's') ?? 0), value: null, formula: false }
      }
      if (kind !== 'open') {
        close()
        cell = null
      }
    } else if (cell && (name === 'v' || name === 't')) reading = kind === 'open'
    else if (cell && name === 'f') cell.formula = true
    else if (name === 'sheetData' && kind === 'close') break
  }
  return { rows, broken }
}

/** The texts that cells share, by number. */
export function readStrings(xml: string): string[] {
  const strings: string[] = []
  let own = ''
  let reading = false
  let phonetic = false
  for (const { name, kind, text } of tags(xml)) {
    if (reading && !phonetic && (kind === 'close' || name === '#cdata')) own += plain(text)
    if (name === 'si') {
      if (kind === 'open') own = ''
      else strings.push(kind === 'whole' ? '' : own)
    } else if (name === 'rPh') phonetic = kind === 'open'
    else if (name === 't') reading = kind === 'open'
  }
  return strings
}
