import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)

/** What a workbook may unpack to. A table of 10,000 people is about 6 MB. */
export const limits = { files: 2_000, part: 40_000_000, all: 60_000_000 }

export class RefusedWorkbook extends Error {}

/**
 * The named parts of a ZIP file as text. Sizes are counted while unpacking, whatever the file says of itself; nothing is
 * written anywhere, so that names in it lead nowhere.
 */
export async function readParts(bytes: Buffer, wanted: (name: string) => boolean): Promise<Map<string, string>> {
  const archive = await open(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const parts = new Map<string, string>()
  let all = 0
  let files = 0
  for await (const entry of entries(archive)) {
    files += 1
    if (files > limits.files) throw new RefusedWorkbook('There are too many files in it.')
    const name = entry.fileName.replace(/^\/+/, '')
    if (!wanted(name)) continue
    if (entry.isEncrypted()) throw new RefusedWorkbook('It is protected by a password: save it without one.')
    if (parts.has(name)) throw new RefusedWorkbook('It holds the same part twice.')
    const text = await unpack(archive, entry, Math.min(limits.part, limits.all - all))
    all += text.length
    parts.set(name, new TextDecoder().decode(text))
  }
  return parts
}

async function* entries(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive.once('entry', resolve)
      archive.once('end', () => resolve(null))
      archive.once('error', reject)
      archive.readEntry()
    })
    archive.removeAllListeners()
    if (!entry) return
    yield entry
  }
}

async function unpack(archive: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const tooLarge = () => new RefusedWorkbook('It unpacks to more than a list of people can be.')
  if (entry.uncompressedSize > most) throw tooLarge()
  const stream = await promisify<Entry, NodeJS.ReadableStream>(archive.openReadStream.bind(archive))(entry)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
