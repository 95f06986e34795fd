import { hidesSomething } from './hidden.ts'
import type { Size } from './jpeg.ts'
import { damaged, type RefusedFile, suspicious } from './refused-file.ts'

/** The size of a PNG by its chunks; nothing is decoded, nothing may stand behind its end. */
export function pngSize(bytes: Buffer): Size | RefusedFile {
  if (bytes.length < 45 || bytes.toString('latin1', 12, 16) !== 'IHDR' || bytes.readUInt32BE(8) !== 13) return damaged()
  const size: Size = { ok: true, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return damaged()
    if (name === 'IEND') return end === bytes.length ? size : suspicious()
    if (name !== 'IDAT' && hidesSomething(bytes.subarray(at + 8, end - 4))) return suspicious()
    at = end
  }
  return damaged()
}
