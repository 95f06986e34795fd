import { mightRun } from './inert.ts'
import type { Cell, Row, Table } from './table.ts'
import { type ZipFile, zip } from './zip.ts'

/** More than this no cell may hold. */
const longest = 32_767
const together = 100

const unit = (text: string) => `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text as a spreadsheet's XML carries it: what XML cannot say is said by its number, as the format defines it. */
export function xmlText(text: string): string {
  const whole = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  return whole
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (one === '\n' || one === '\t' ? one : unit(one)))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Styles of the workbook: usual, headings, text that stays text also when somebody edits the cell. */
const [heading, quoted] = [1, 2]

function xmlCell(cell: Cell, first: boolean): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>'
  const style = first ? ` s="${heading}"` : mightRun(cell) ? ` s="${quoted}"` : ''
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const main = `${schemas}/spreadsheetml/2006/main`
const documents = `${schemas}/officeDocument/2006/relationships`
const packages = `${schemas}/package/2006`

async function* sheetXml(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultColWidth="14" defaultRowHeight="15"/><sheetData>'
  let lines: string[] = []
  let first = true
  for await (const row of rows) {
    lines.push(`<row>${row.map((cell) => xmlCell(cell, first)).join('')}</row>`)
    first = false
    if (lines.length < together) continue
    yield lines.join('')
    lines = []
  }
  yield `${lines.join('')}</sheetData></worksheet>`
}

const stylesXml =
  `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>' +
  '<xf xfId="0" quotePrefix="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${documents}/${type}" Target="${target}"/>`

const relations = (inner: string) => `${head}<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`

function workbook(tables: readonly Table[]): ZipFile[] {
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const type = (name: string, kind: string) => `<Override PartName="${name}" ContentType="${part}.${kind}+xml"/>`
  const types =
    `${head}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    type('/xl/workbook.xml', 'sheet.main') +
    type('/xl/styles.xml', 'styles') +
    tables.map((_, k) => type(`/xl/worksheets/sheet${k + 1}.xml`, 'worksheet')).join('') +
    '</Types>'
  const sheets = tables.map(({ name }, k) => `<sheet name="${xmlText(name)}" sheetId="${k + 1}" r:id="s${k + 1}"/>`)
  const links = tables.map((_, k) => relation(`s${k + 1}`, 'worksheet', `worksheets/sheet${k + 1}.xml`))
  return [
    { name: '[Content_Types].xml', content: [types] },
    { name: '_rels/.rels', content: [relations(relation('w', 'officeDocument', 'xl/workbook.xml'))] },
    {
      name: 'xl/workbook.xml',
      content: [
        `${head}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${sheets.join('')}</sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relations(links.join('') + relation('t', 'styles', 'styles.xml'))],
    },
    { name: 'xl/styles.xml', content: [stylesXml] },
  ]
}

/** Tables as an Excel workbook, one a sheet, piece by piece. Every text is a typed string: no cell is a formula. */
export function xlsx(tables: readonly Table[]): AsyncGenerator<Uint8Array> {
  const sheets = tables.map(({ rows }, k) => ({ name: `xl/worksheets/sheet${k + 1}.xml`, content: sheetXml(rows) }))
  return zip([...workbook(tables), ...sheets])
}
