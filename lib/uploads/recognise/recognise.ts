import { uploadLimits } from '../limits.ts'
import { jpegSize } from './jpeg.ts'
import { otherFormat } from './other-formats.ts'
import { pdfProblem } from './pdf.ts'
import { pngSize } from './png.ts'
import { damaged, type RefusedFile, refuseFile, tooManyPixels } from './refused-file.ts'
import { webpSize } from './webp.ts'

/** What a file is by its own bytes, whatever its name says. */
export type Recognised =
  | { ok: true; mediaType: 'image/jpeg' | 'image/png' | 'image/webp'; width: number; height: number }
  | { ok: true; mediaType: 'application/pdf' }

const pictures = [
  { mediaType: 'image/jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]), size: jpegSize },
  { mediaType: 'image/png', magic: Buffer.from('89504e470d0a1a0a', 'hex'), size: pngSize },
  { mediaType: 'image/webp', magic: Buffer.from('RIFF'), size: webpSize },
] as const

/** Looks at a file without decoding anything of it. What passes is decoded elsewhere, where it can be stopped. */
export function recognise(bytes: Buffer): Recognised | RefusedFile {
  if (bytes.length === 0) return refuseFile('empty', 'This file is empty.')
  if (bytes.length > uploadLimits.bytes)
    return refuseFile('too-large', 'This file is larger than 12 MB. Please choose a smaller size.')
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return pdfProblem(bytes) ?? { ok: true, mediaType: 'application/pdf' }
  for (const { mediaType, magic, size } of pictures) {
    if (!bytes.subarray(0, magic.length).equals(magic)) continue
    if (mediaType === 'image/webp' && bytes.toString('latin1', 8, 12) !== 'WEBP') break
    const found = size(bytes)
    if (!found.ok) return found
    const { width, height } = found
    if (width === 0 || height === 0) return damaged()
    return width * height > uploadLimits.pixels ? tooManyPixels() : { ok: true, mediaType, width, height }
  }
  return notTaken(otherFormat(bytes))
}

function notTaken(format: string | null): RefusedFile {
  const what = format ? `This is a ${format} file.` : 'This is no photograph that can be read here.'
  const advice =
    format === 'HEIC' || format === 'AVIF'
      ? ' Please send it as JPEG: on an iPhone choose Settings, Camera, Formats, “Most Compatible”.'
      : ' Please send a photograph as JPEG, PNG or WebP, or a PDF.'
  return refuseFile('not-taken', what + advice)
}
