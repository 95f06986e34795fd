import { readCsv } from './read-csv.ts'
import { mostRows, type TableFile, type UnreadableTable } from './table-file.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Reads a file by what it is, not by what it is called. */
export async function readTable(bytes: Buffer): Promise<TableFile | UnreadableTable> {
  if (bytes.length === 0) return { problem: 'The file is empty.' }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { problem: 'This is an old Excel file (.xls) or one with a password. Save it as .xlsx or as CSV.' }
  const file = startsWith(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readText(bytes)
  if ('problem' in file) return file
  if (file.rows.length === 0) return { problem: 'The file is empty.' }
  if (file.rows.length > mostRows + 1) return { problem: `There are more than ${mostRows} rows: import them in parts.` }
  return file
}

/** A picture or a program has zeros in it, and text has none, but every second byte in UTF-16. */
function readText(bytes: Buffer): TableFile | UnreadableTable {
  const file = readCsv(bytes)
  if ('problem' in file || file.from === 'UTF-16' || !bytes.includes(0)) return file
  return { problem: 'This is neither a CSV file nor an Excel workbook (.xlsx).' }
}
