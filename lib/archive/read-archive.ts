import { once } from 'node:events'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '../http/refusal.ts'

/** A file of an archive. */
export interface ArchiveFile {
  /** with `/` between folders */
  name: string
  bytes: Buffer
}

export interface ArchiveLimits {
  files: number
  /** of one file, unpacked */
  fileBytes: number
  /** of all of them, unpacked */
  bytes: number
}

const usual: ArchiveLimits = { files: 2_000, fileBytes: 12_000_000, bytes: 60_000_000 }

const refused = (message: string) => new Refusal(422, 'archive', message)

/**
 * The files of a ZIP archive. What it says of its sizes is not believed: unpacking ends where more comes than may. Refused
 * is what could be written elsewhere than into its own folder, links, what is locked, and two files of one name.
 */
export async function readArchive(bytes: Buffer, limits: Partial<ArchiveLimits> = {}): Promise<ArchiveFile[]> {
  const most = { ...usual, ...limits }
  try {
    const archive = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false })
    const files: ArchiveFile[] = []
    let left = most.bytes
    for (const entry of await entriesOf(archive, most.files)) {
      const file = await unpack(archive, entry, Math.min(left, most.fileBytes))
      left -= file.bytes.length
      files.push(file)
    }
    return files
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refused(`This is no ZIP archive that can be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** What the archive lists, folders left out. */
async function entriesOf(archive: ZipFile, most: number): Promise<Entry[]> {
  if (archive.entryCount > 2 * most) throw refused(`There are more than ${most} files in this archive.`)
  const entries: Entry[] = []
  const names = new Set<string>()
  for (let next = await nextEntry(archive); next; next = await nextEntry(archive)) {
    const name = checkedName(next)
    if (name.endsWith('/')) continue
    const folded = name.normalize('NFC').toLowerCase()
    if (names.has(folded)) throw refused(`There are two files “${name}” in this archive.`)
    names.add(folded)
    entries.push(next)
    if (entries.length > most) throw refused(`There are more than ${most} files in this archive.`)
  }
  return entries
}

async function nextEntry(archive: ZipFile): Promise<Entry | null> {
  const stop = new AbortController()
  const { signal } = stop
  try {
    const next = Promise.race([
      once(archive, 'entry', { signal }).then(([entry]) => entry as Entry),
      once(archive, 'end', { signal }).then(() => null),
    ])
    archive.readEntry()
    return await next
  } finally {
    stop.abort()
  }
}

const linkType = 0o120000

function checkedName(entry: Entry): string {
  const name = entry.fileName
  const parts = name.split('/')
  if (/\p{Cc}/u.test(name) || name.length > 300 || parts.some((part) => part === '..' || part === '.'))
    throw refused('There is a file in this archive whose name leads elsewhere.')
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === linkType) throw refused(`“${name}” is a link, not a file.`)
  if (entry.isEncrypted()) throw refused(`“${name}” is locked with a password.`)
  return name
}

async function unpack(archive: ZipFile, entry: Entry, most: number): Promise<ArchiveFile> {
  const name = entry.fileName
  const tooLarge = () => refused(`There is more in this archive than is taken: it ended at “${name}”.`)
  if (entry.uncompressedSize > most) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  let sum = 0
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    const piece = chunk as Buffer
    size += piece.length
    if (size > most) throw tooLarge()
    sum = crc32(piece, sum)
    chunks.push(piece)
  }
  if (sum !== entry.crc32) throw refused(`“${name}” is damaged.`)
  return { name, bytes: Buffer.concat(chunks) }
}
