import path from 'node:path'
import type { TableFile, UnreadableTable } from '../table-file.ts'
import { readFormats } from './formats.ts'
import { RefusedWorkbook, readParts } from './parts.ts'
import { readSheet, readStrings } from './sheet.ts'
import { attribute, tags } from './xml.ts'

/** Only what a table is read from is unpacked. */
const wanted = (name: string) =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(name)

const notOne = 'This is no Excel workbook (.xlsx). Save the list as .xlsx or as CSV, and choose that file.'

interface Sheet {
  name: string
  part: string
}

/** The sheets that are shown, in the order of their tabs. */
function sheetsOf(parts: Map<string, string>): { sheets: Sheet[]; from1904: boolean } {
  const targets = new Map<string, string>()
  for (const { name, attributes } of tags(parts.get('xl/_rels/workbook.xml.rels') ?? ''))
    if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
  const sheets: Sheet[] = []
  let from1904 = false
  for (const { name, kind, attributes } of tags(parts.get('xl/workbook.xml') ?? '')) {
    if (kind === 'close') continue
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
    if (name !== 'sheet' || attribute(attributes, 'state') !== null) continue
    const target = targets.get(attribute(attributes, 'id') ?? '') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target)
    sheets.push({ name: attribute(attributes, 'name') ?? '', part })
  }
  return { sheets, from1904 }
}

/** The first sheet of a workbook that holds anything. */
export async function readXlsx(bytes: Buffer): Promise<TableFile | UnreadableTable> {
  let parts: Map<string, string>
  try {
    parts = await readParts(bytes, wanted)
  } catch (error) {
    if (error instanceof RefusedWorkbook) return { problem: `The workbook is refused. ${error.message}` }
    return { problem: 'The workbook is damaged: it cannot be unpacked.' }
  }
  if (!parts.has('xl/workbook.xml')) return { problem: notOne }
  for (const xml of parts.values())
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return { problem: 'The workbook is refused. It declares entities of its own.' }
  const { sheets, from1904 } = sheetsOf(parts)
  const strings = readStrings(parts.get('xl/sharedStrings.xml') ?? '')
  const formats = readFormats(parts.get('xl/styles.xml') ?? '')
  for (const { name, part } of sheets) {
    const xml = parts.get(part)
    if (xml === undefined) continue
    const read = await readSheet(xml, { strings, formats, from1904 })
    if (read.rows.length > 0) return { kind: 'xlsx', from: name, ...read }
  }
  return { problem: 'There is nothing in the workbook.' }
}
