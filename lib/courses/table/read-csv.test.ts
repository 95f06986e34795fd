import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { guessSeparator, readCsv } from './read-csv.ts'

const cells = (text: string | Uint8Array) => {
  const file = readCsv(typeof text === 'string' ? Buffer.from(text) : text)
  return 'problem' in file ? file.problem : file.rows.map((row) => [row.line, ...row.cells])
}

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from('Name;Ort\nMüller;Köln\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffName;Ort\nMüller;Köln\n')],
    ['Latin-1', Buffer.from('Name;Ort\nMüller;Köln\n', 'latin1')],
    ['UTF-16 with a mark', Buffer.from('\ufeffName;Ort\nMüller;Köln\n', 'utf16le')],
    ['UTF-16 without one', Buffer.from('Name;Ort\nMüller;Köln\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffName;Ort\nMüller;Köln\n', 'utf16le').swap16()],
  ])('in %s', (_, bytes) => {
    expect(cells(bytes)).toEqual([
      [1, 'Name', 'Ort'],
      [2, 'Müller', 'Köln'],
    ])
  })

  it('by a program of Windows has its own dashes and the euro', () => {
    expect(decodeText(Buffer.from([0x80, 0x20, 0x96, 0x20, 0xe9]))).toEqual({ text: '€ – é', encoding: 'Windows-1252' })
  })

  it.each([',', ';', '\t', '|'] as const)('separated by %j, also with the others in its text', (separator) => {
    const text = [`"a;b,c|d\te"`, 'x', `y\n1`, '2', '3\n4', '5', '6\n'].join(separator)
    expect(guessSeparator(text)).toBe(separator)
  })

  it('says itself what separates it, as Excel does', () => {
    expect(cells('sep=;\r\na,b;c\r\nd,e;f\r\n')).toEqual([
      [2, 'a,b', 'c'],
      [3, 'd,e', 'f'],
    ])
  })

  it('keeps the numbers of its lines through line breaks in quotes and empty lines', () => {
    expect(cells('a;b\r\n"x\r\ny";1\r\n;\r\n\r\nz;2')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [6, 'z', '2'],
    ])
  })

  it('may have quotes within text and rows of any width', () => {
    expect(cells('a,b\nsays "hi", x\nonly\np,q,r\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'says "hi"', 'x'],
      [3, 'only'],
      [4, 'p', 'q', 'r'],
    ])
  })

  it('with an open quote says so', () => {
    expect(cells('a,b\n"open,c\nd,e\n')).toMatch(/quotation mark/)
  })

  it('is read or refused, whatever the bytes are', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(bytes, (some) => {
        const file = readCsv(some)
        if (!('problem' in file))
          for (const { cells: row } of file.rows) for (const cell of row) expect(typeof cell).toBe('string')
      }),
      { seed: 81, numRuns: 500 },
    )
  })
})
