import { hidesSomething } from './hidden.ts'
import { damaged, type RefusedFile, suspicious } from './refused-file.ts'

export interface Size {
  ok: true
  width: number
  height: number
}

/** Frame headers: baseline and progressive, Huffman coded. Others are not made by cameras. */
const frames = new Set([0xc0, 0xc1, 0xc2])
const standalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
const startOfImage = Buffer.from([0xff, 0xd8])
const endOfImage = Buffer.from([0xff, 0xd9])

/** The size of a JPEG by its headers; nothing is decoded. Behind its end cameras put a second picture or a short film. */
export function jpegSize(bytes: Buffer): Size | RefusedFile {
  let size: Size | null = null
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return damaged()
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (standalone(marker)) {
      at += 2
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length || marker === 0xd9) return damaged()
    if (frames.has(marker)) {
      if (length < 8) return damaged()
      size = { ok: true, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    } else if (marker === 0xda) {
      return size ? behind(bytes, end, size) : damaged()
    } else if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) {
      if (hidesSomething(bytes.subarray(at + 4, end))) return suspicious()
    }
    at = end
  }
  return damaged()
}

function behind(bytes: Buffer, scan: number, size: Size): Size | RefusedFile {
  const end = bytes.indexOf(endOfImage, scan)
  if (end < 0) return damaged()
  const rest = bytes.subarray(end + 2)
  const second = rest.subarray(0, 2).equals(startOfImage) || rest.toString('latin1', 4, 8) === 'ftyp'
  return !second && hidesSomething(rest) ? suspicious() : size
}
