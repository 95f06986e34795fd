import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { xlsx } from '../../points/export/xlsx.ts'
import { readTable } from './read-table.ts'
import { collected, rowsOf, workbook } from './testing/workbook.ts'
import { limits } from './xlsx/parts.ts'

const read = async (bytes: Buffer) => {
  const file = await readTable(bytes)
  return 'problem' in file ? file.problem : file.rows.map((row) => [row.line, ...row.cells])
}
const cell = (address: string, value: string, type = 'n', style = 0) =>
  `<c r="${address}" t="${type}" s="${style}"><v>${value}</v></c>`
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="0000000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/>' +
  '<numFmt numFmtId="166" formatCode="0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'

describe('an Excel workbook', () => {
  it('is read where its rows and cells stand, with the texts it shares', async () => {
    const strings =
      '<si><t>Ada &amp; Ben</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>no</t></rPh></si>'
    const sheet = `<row r="3">${cell('A3', '0', 's')}${cell('C3', '1', 's')}</row><row r="5"><c r="A5"/></row><row r="9"><c r="B9" t="inlineStr"><is><t>in_x000D_line</t></is></c></row>`
    expect(await read(await workbook({ sheet, strings }))).toEqual([
      [3, 'Ada & Ben', '', 'rich'],
      [9, '', 'in\rline'],
    ])
  })

  it('gives numbers as text, never rounded, with the zeros they are shown with, and days as days', async () => {
    const sheet = `<row r="1">${cell('A1', '1.2345678E7')}${cell('B1', '12345', 'n', 2)}${cell('C1', '45000', 'n', 1)}${cell('D1', '45000.5', 'n', 3)}${cell('E1', '1.5', 'n', 4)}${cell('F1', '1', 'b')}${cell('G1', '1', 'n', 1)}</row>`
    expect(await read(await workbook({ sheet, styles }))).toEqual([
      [1, '12345678', '0012345', '2023-03-15', '2023-03-15 12:00', '1.5', 'true', '1900-01-01'],
    ])
    const later = `<row r="1">${cell('A1', '43538', 'n', 1)}</row>`
    expect(await read(await workbook({ sheet: later, styles, properties: 'date1904="1"' }))).toEqual([
      [1, '2023-03-15'],
    ])
  })

  it('has the values of its formulas, and says which have none', async () => {
    const sheet = `<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>ax</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>NOW()</f></c>${cell('D1', '#REF!', 'e')}</row>`
    const file = await readTable(await workbook({ sheet }))
    expect(file).toMatchObject({
      rows: [{ cells: ['ax', '2', '', ''] }],
      broken: [
        { line: 1, column: 2, text: '' },
        { line: 1, column: 3, text: '#REF!' },
      ],
    })
  })

  it('of ours comes back as it was written', async () => {
    const rows = [
      ['E-mail', 'Name'],
      ['ada@example.edu', '=1+1 <&> "x"'],
    ] as const
    const bytes = await collected(xlsx([{ name: 'People', rows: rowsOf(rows) }]))
    expect(await read(bytes)).toEqual(rows.map((row, at) => [at + 1, ...row]))
  })

  it('is refused with a reason: damaged, old, something else, empty', async () => {
    const good = await workbook({ sheet: `<row>${cell('A1', '1')}</row>` })
    expect(await read(good.subarray(0, good.length - 40))).toMatch(/damaged/)
    expect(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/old Excel file/)
    expect(await read(await workbook({ sheet: '' }))).toMatch(/nothing in the workbook/)
    expect(await read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toMatch(/damaged/)
    expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatch(/neither/)
    expect(await read(Buffer.alloc(0))).toMatch(/empty/)
  })

  it('that unpacks to very much is refused before it does, and one that declares entities', async () => {
    const bomb = `<row><c r="A1" t="str"><v>${'a'.repeat(3_000_000)}</v></c></row>`
    const bytes = await workbook({ sheet: bomb })
    expect(bytes.length).toBeLessThan(40_000)
    const before = limits.part
    limits.part = 1_000_000
    expect(await read(bytes)).toMatch(/unpacks to more/)
    limits.part = before
    // what it says of its own size counts for nothing
    const lying = Buffer.from(bytes)
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
      if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(10, at + 24)
    expect(await read(lying)).toMatch(/damaged|refused/)
    const sheet = '<!DOCTYPE x [<!ENTITY a "b">]><row/>'
    expect(await read(await workbook({ sheet }))).toMatch(/entities/)
    const many = Array.from({ length: 2_100 }, (_, k) => ({ name: `xl/media/${k}`, content: [''] }))
    expect(await read(await workbook({ sheet: '', more: many }))).toMatch(/too many files/)
  })

  it('is read or refused, whatever is changed in it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const good = await workbook({
      sheet: `<row r="1">${cell('A1', '0', 's')}${cell('B1', '7', 'n', 1)}</row>`,
      strings: '<si><t>x</t></si>',
      styles,
    })
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = Buffer.from(good)
        for (const [at, byte] of changes) bytes[at] = byte
        const file = await readTable(bytes)
        expect('problem' in file ? typeof file.problem : Array.isArray(file.rows)).toBeTruthy()
      }),
      { seed: 82, numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            'c',
            'row',
            ' r="A1"',
            't="s"',
            'v',
            '&',
            '#x',
            ';',
            '9',
            '"',
            '<row>',
            '</row>',
            '<c>',
            '</c>',
            '<v>',
            '</v>',
          ),
        }),
        async (sheet) => {
          await readTable(await workbook({ sheet }))
        },
      ),
      { seed: 83, numRuns: 150 },
    )
  })
})
