import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Row } from './table.ts'
import { harmlessTexts, hostileTexts } from './testing/hostile.ts'
import { unzip } from './testing/unzip.ts'
import { xlsx } from './xlsx.ts'

async function workbook(...sheets: Row[][]): Promise<Map<string, string>> {
  const pieces: Uint8Array[] = []
  const tables = sheets.map((rows, k) => ({ name: `Sheet <${k + 1}>`, rows: Readable.from(rows) }))
  for await (const piece of xlsx(tables)) pieces.push(piece)
  return unzip(Buffer.concat(pieces))
}

const sheetOf = (files: Map<string, string>, k = 1) => files.get(`xl/worksheets/sheet${k}.xml`) ?? ''

/** The texts of a sheet by the rules of XML and of the format. */
function texts(sheet: string): string[] {
  return [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )
}

describe('a table as a workbook', () => {
  it('has no formula, whatever the names are: every text is a typed string that is read back as it was', async () => {
    const given = [...hostileTexts, ...harmlessTexts]
    const sheet = sheetOf(await workbook(given.map((text, k): Row => [text, k])))
    expect(sheet).not.toMatch(/<f[\s>/]/)
    expect(sheet.match(/<c[\s>/]/g)).toHaveLength(2 * given.length)
    expect(sheet.match(/<c t="inlineStr"/g)).toHaveLength(given.length)
    expect(texts(sheet)).toEqual(given)
  })

  it('keeps a text that looks like a formula text, also when somebody edits the cell', async () => {
    const files = await workbook([['heading'], ['=1+1'], [' \u200b＝1'], ['plain']])
    const styles = [...sheetOf(files).matchAll(/<c t="inlineStr"( s="\d")?>/g)].map(([, style]) => style)
    expect(styles).toEqual([' s="1"', ' s="2"', ' s="2"', undefined])
    expect(files.get('xl/styles.xml')).toContain('quotePrefix="1"')
  })

  it('is well-formed though the text is not', async () => {
    const sheet = sheetOf(await workbook([['half \ud800 a pair \udc00', '\u0000\u001b\ufffe\r\n', 'x'.repeat(40_000)]]))
    expect(sheet).not.toMatch(/(?![\n\t])[\p{Cc}\ufffe\uffff]/u)
    expect(sheet.isWellFormed()).toBe(true)
    const [pair, control, long = ''] = texts(sheet)
    expect([pair, control]).toEqual(['half \ufffd a pair \ufffd', '\u0000\u001b\ufffe\r\n'])
    expect(long).toHaveLength(32_767)
  })

  it('has numbers typed as numbers and a sheet for every table', async () => {
    const files = await workbook([[1.25, -3, null, Number.NaN]], [['second']])
    expect(sheetOf(files)).toContain('<row><c><v>1.25</v></c><c><v>-3</v></c><c/><c/></row>')
    expect(texts(sheetOf(files, 2))).toEqual(['second'])
    expect(files.get('xl/workbook.xml')).toContain('name="Sheet &lt;1&gt;" sheetId="1"')
  })
})
