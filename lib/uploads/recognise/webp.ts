import { hidesSomething } from './hidden.ts'
import type { Size } from './jpeg.ts'
import { damaged, type RefusedFile, refuseFile, suspicious } from './refused-file.ts'

/** The size of a WebP by its chunks; nothing is decoded. */
export function webpSize(bytes: Buffer): Size | RefusedFile {
  if (bytes.length < 30) return damaged()
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length) return damaged()
  if (bytes.length > whole + 1) return suspicious()
  let size: Size | null = null
  for (let at = 12; at + 8 <= whole; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length < length) return damaged()
    if (name === 'ANIM' || name === 'ANMF') return refuseFile('not-taken', 'Moving pictures are not taken.')
    if (name === 'VP8X' || name === 'VP8 ' || name === 'VP8L') size ??= sizeIn(name, body)
    else if (hidesSomething(body)) return suspicious()
    at += 8 + length + (length % 2)
  }
  return size ?? damaged()
}

function sizeIn(name: string, body: Buffer): Size | null {
  if (body.length < 10 && name !== 'VP8L') return null
  if (name === 'VP8X') return { ok: true, width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) }
  if (name === 'VP8 ') return { ok: true, width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff }
  if (body.length < 5 || body[0] !== 0x2f) return null
  const bits = body.readUInt32LE(1)
  return { ok: true, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
