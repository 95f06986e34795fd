import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'
import { asWritten } from './inert.ts'
import type { Row } from './table.ts'
import { harmlessTexts, hostileTexts } from './testing/hostile.ts'
import { readCsv } from './testing/read-csv.ts'

async function written(rows: Row[], mark = false): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of csv(Readable.from(rows), { mark })) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('a table as CSV', () => {
  it('is read back by a parser that knows nothing of it, whatever the names are', async () => {
    const rows: Row[] = [
      ['name', 'points'],
      ...[...hostileTexts, ...harmlessTexts].map((text, k): Row => [text, -k / 4]),
    ]
    const read = readCsv(await written(rows))
    expect(read.map(([name = '', points]) => [asWritten(name), points])).toEqual(
      rows.map(([name, points]) => [name, String(points)]),
    )
  })

  it('has numbers bare, text in quotes, nothing where there is nothing, and lines that end as the standard says', async () => {
    expect(await written([['a"b', 1.5, -2, null, '']])).toBe('"a""b",1.5,-2,,""\r\n')
  })

  it('begins with a byte order mark where that was asked for, once', async () => {
    const text = await written(
      Array.from({ length: 450 }, (): Row => ['é']),
      true,
    )
    expect(text.startsWith('\ufeff"é"')).toBe(true)
    expect(text.split('\ufeff')).toHaveLength(2)
    expect(readCsv(text.slice(1))).toHaveLength(450)
  })
})
