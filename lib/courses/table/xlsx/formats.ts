import { attribute, tags } from './xml.ts'

/** How a number is shown: as a day, or with so many leading zeros; null: as it is. */
export type Format = { kind: 'date' } | { kind: 'zeros'; digits: number } | null

/** The numbers that the format gives to dates without spelling them out. */
const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

function formatOf(code: string): Format {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[dmyhs]/i.test(bare)) return { kind: 'date' }
  return /^0{2,20}$/.test(bare) ? { kind: 'zeros', digits: bare.length } : null
}

/** The format of each style of a workbook's cells. */
export function readFormats(xml: string): Format[] {
  const custom = new Map<number, Format>()
  const formats: Format[] = []
  let inCells = false
  for (const { name, kind, attributes } of tags(xml)) {
    if (name === 'cellXfs') inCells = kind === 'open'
    else if (kind === 'close') continue
    else if (name === 'numFmt')
      custom.set(Number(attribute(attributes, 'numFmtId')), formatOf(attribute(attributes, 'formatCode') ?? ''))
    else if (name === 'xf' && inCells) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      formats.push(custom.has(id) ? (custom.get(id) ?? null) : builtInDates(id) ? { kind: 'date' } : null)
    }
  }
  return formats
}

const day = 86_400_000

/** A number of days since the workbook's first, as it is written everywhere: 2026-03-01, with the time where there is one. */
function printDate(days: number, from1904: boolean): string | null {
  // the 29th of February 1900, which there was not, is a day to Excel
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const date = new Date(epoch + Math.round(days * 86_400) * 1_000)
  if (!(days >= 0 && days < 2_958_466) || Number.isNaN(date.getTime())) return null
  const iso = date.toISOString()
  return date.getTime() % day === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

/** A number as its cell shows it, but never rounded and never with an exponent where it is a whole one. */
export function printNumber(raw: string, format: Format, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (format?.kind === 'date') return printDate(value, from1904) ?? String(value)
  const whole = Number.isSafeInteger(value) ? String(value) : raw.includes('E') ? String(value) : raw
  return format?.kind === 'zeros' && value >= 0 ? whole.padStart(format.digits, '0') : whole
}
