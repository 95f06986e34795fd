import { Readable } from 'node:stream'
import { type ZipFile, zip } from '../../../points/export/zip.ts'

const schemas = 'http://schemas.openxmlformats.org'
const main = `${schemas}/spreadsheetml/2006/main`
const documents = `${schemas}/officeDocument/2006/relationships`

export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

export const rowsOf = <Row>(rows: readonly Row[]): AsyncIterable<Row> => Readable.from(rows)

interface Parts {
  /** the rows of its one sheet, in the format's XML */
  sheet: string
  strings?: string
  styles?: string
  properties?: string
  more?: ZipFile[]
}

/** A workbook with one sheet as spreadsheet programs write them: shared strings, styles, addresses of cells. */
export function workbook({ sheet, strings = '', styles = '', properties = '', more = [] }: Parts): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${documents}/${type}" Target="${target}"/>`
  return collected(
    zip([
      {
        name: 'xl/workbook.xml',
        content: [
          `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${documents}"><workbookPr ${properties}/>` +
            '<sheets><sheet name="Hidden" sheetId="2" state="hidden" r:id="r9"/><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        ],
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: [
          `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r9', 'worksheet', '/xl/worksheets/sheet9.xml')}</Relationships>`,
        ],
      },
      { name: 'xl/sharedStrings.xml', content: [`<sst xmlns="${main}">${strings}</sst>`] },
      { name: 'xl/styles.xml', content: [`<styleSheet xmlns="${main}">${styles}</styleSheet>`] },
      {
        name: 'xl/worksheets/sheet9.xml',
        content: ['<worksheet><sheetData><row><c t="str"><v>hidden</v></c></row></sheetData></worksheet>'],
      },
      {
        name: 'xl/worksheets/sheet1.xml',
        content: [`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`],
      },
      ...more,
    ]),
  )
}
