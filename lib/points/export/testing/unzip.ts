import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive, read by its central directory; sizes and checksums must be right. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22
  if (archive.readUInt32LE(end) !== 0x06054b50) throw new Error('not an archive')
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let k = archive.readUInt16LE(end + 10); k > 0; k -= 1) {
    const field = (offset: number) => archive.readUInt32LE(at + offset)
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const [crc, packed, size, local] = [field(16), field(20), field(24), field(42)]
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = inflateRawSync(archive.subarray(start, start + packed))
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged`)
    files.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return files
}
