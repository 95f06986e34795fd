import { text } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { pack } from './pack.ts'

it('packs a folder so that others can read it', async () => {
  const files = [
    { path: 'questions/bank/ä.md', bytes: new TextEncoder().encode('Élan\r\n') },
    { path: 'empty.md', bytes: new Uint8Array() },
  ]
  const archive = await fromBufferPromise(Buffer.from(await pack(files).arrayBuffer()), { lazyEntries: true })
  const read: string[] = []
  for await (const entry of archive.eachEntry())
    read.push(`${entry.fileName} ${entry.crc32} ${await text(await archive.openReadStreamPromise(entry))}`)
  expect(read).toEqual([`questions/bank/ä.md ${crc32('Élan\r\n')} Élan\r\n`, 'empty.md 0 '])
})
