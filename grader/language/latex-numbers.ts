import { Fault } from './fault.ts'
import type { LatexReader } from './tokenise-latex.ts'
import { numberToken } from './tokenise-text.ts'

const plain = /(?:\d+(?:\.\d+|\.(?![*/^]))?|\.\d+)(?:[eE][+-]?\d+)?/
/** `1\\,000` and `1{\\,}000` */
const grouped = /\d{1,3}(?:(?:\\,|\{\\,\})\d{3})+(?!\d)/
/** `3{,}14`, and `3,14` where no list can stand */
const comma = /\d+(?:\{,\}\d+)+/
const bareComma = /\d+,\d+(?![\d,.])/

/** Reads a number, with what may stand between its digits. Whether there was one. */
export function readNumber(reader: LatexReader, start: number): boolean {
  const { source } = reader
  const thousands = source.match(grouped)
  const list = thousands ?? source.match(comma) ?? source.match(bareComma)
  const written = list !== null && /^\d+,\d/.test(list) && reader.inList() ? null : list
  const digits = written ?? source.match(plain)
  if (!digits) return false
  source.at += digits.length
  const value = thousands ? thousands.replace(/[^\d]/g, '') : digits.replace(/\{,\}|,/g, ',')
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(value)) {
    const [whole, point] = [value.replaceAll(',', ''), value.replace(',', '.')]
    const message = `${value} may mean ${whole} or ${point}: write one of them.`
    throw new Fault('parse', message, { start, end: source.at })
  }
  const percent = source.match(/\\%/)
  source.at += percent?.length ?? 0
  if (percent) reader.symbols('{', start)
  reader.emit('number', numberToken(value.replace(',', '.'), start).text, start, source.at)
  if (percent) {
    reader.symbols('/', start)
    reader.emit('number', '100', start, source.at)
    reader.symbols('}', start)
  }
  return true
}
