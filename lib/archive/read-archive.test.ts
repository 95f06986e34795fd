import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zip } from '../points/export/zip.ts'
import { readArchive } from './read-archive.ts'

async function packed(files: { name: string; content: string | Uint8Array }[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(files.map(({ name, content }) => ({ name, content: [content] })))) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const one = (name: string, content: string | Uint8Array = 'x') => packed([{ name, content }])
/** The same archive with other bytes behind the signature of its list of files. */
function changed(archive: Buffer, at: number, value: number, bytes: 2 | 4): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUIntLE(value, copy.indexOf(Buffer.from('504b0102', 'hex')) + at, bytes)
  return copy
}

describe('an archive', () => {
  it('gives back the very bytes of its files, whatever they are', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-zä0-9]{1,8})?\.(md|png)$/), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 5_000 }), async (some, content) => {
        const files = some.map((name) => ({ name, content }))
        const read = await readArchive(await packed(files))
        expect(read.map(({ name, bytes }) => ({ name, content: new Uint8Array(bytes) }))).toEqual(files)
      }),
      { seed: 8, numRuns: 40 },
    )
  })

  it.each([
    ['a way out', '../x.md'],
    ['a way out below', 'a/../../x.md'],
    ['a place of its own', '/etc/x.md'],
    ['a drive', 'C:/x.md'],
    ['a backslash', 'a\\x.md'],
    ['a control character', 'a\u0007.md'],
    ['a dot', 'a/./x.md'],
    ['an endless name', `${'a'.repeat(301)}.md`],
  ])('is refused for %s in a name', async (_what, name) => {
    await expect(one(name).then((bytes) => readArchive(bytes))).rejects.toMatchObject({ status: 422, code: 'archive' })
  })

  it('is refused for two files of one name, as some disks see it', async () => {
    const twice = await packed(['A/x.md', 'a/X.md'].map((name) => ({ name, content: 'x' })))
    await expect(readArchive(twice)).rejects.toThrow('two files')
    const spelt = await packed(['\u00e9.md', 'e\u0301.md'].map((name) => ({ name, content: 'x' })))
    await expect(readArchive(spelt)).rejects.toThrow('two files')
  })

  it('is refused for a link, a lock, another method and a wrong sum', async () => {
    const good = await one('a.md', 'some text')
    expect(await readArchive(good)).toHaveLength(1)
    await expect(readArchive(changed(good, 38, 0o120777 * 65_536, 4))).rejects.toThrow('link')
    await expect(readArchive(changed(good, 8, 0x0809, 2))).rejects.toThrow('locked')
    await expect(readArchive(changed(good, 10, 99, 2))).rejects.toMatchObject({ code: 'archive' })
    await expect(readArchive(changed(good, 16, 1, 4))).rejects.toThrow('damaged')
  })

  it('is refused for too many files, and for more than it may hold', async () => {
    const files = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.md`, content: 'x'.repeat(1_000) }))
    const bytes = await packed(files)
    await expect(readArchive(bytes, { files: 11 })).rejects.toThrow('more than 11 files')
    await expect(readArchive(bytes, { files: 3 })).rejects.toThrow('more than 3 files')
    await expect(readArchive(bytes, { bytes: 11_999 })).rejects.toThrow('more in this archive')
    await expect(readArchive(bytes, { fileBytes: 999 })).rejects.toThrow('more in this archive')
    // folders are no files, and are counted all the same
    const folders = await packed(Array.from({ length: 7 }, (_, at) => ({ name: `${at}/`, content: '' })))
    expect(await readArchive(folders, { files: 4 })).toEqual([])
    await expect(readArchive(folders, { files: 3 })).rejects.toThrow('more than 3 files')
    expect(await readArchive(bytes, { files: 12, fileBytes: 1_000, bytes: 12_000 })).toHaveLength(12)
  })

  it('that unpacks to a thousand times its size ends where it may', async () => {
    const bomb = await one('bomb.md', Buffer.alloc(30_000_000))
    expect(bomb.length).toBeLessThan(200_000)
    await expect(readArchive(bomb)).rejects.toThrow('more in this archive')
    // it lies about its size
    await expect(readArchive(changed(bomb, 24, 10, 4))).rejects.toMatchObject({ code: 'archive' })
    // what says itself that it is too large is not even begun
    await expect(readArchive(changed(await one('a.md'), 24, 13_000_000, 4))).rejects.toThrow('more in this archive')
  })

  it('that is none is refused, whatever its bytes', async () => {
    const good = await one('a.md', 'some text that is long enough to be packed, packed, packed')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => {
            const copy = Buffer.from(good)
            copy[at] = value
            return copy
          }),
          fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
        ),
        async (bytes) => {
          const read = await readArchive(Buffer.from(bytes)).catch((error: unknown) => error)
          expect(Array.isArray(read) || (read as { code?: string }).code === 'archive').toBe(true)
        },
      ),
      { seed: 9, numRuns: 400 },
    )
  })
})
