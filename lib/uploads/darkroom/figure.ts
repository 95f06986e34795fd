import sharp from 'sharp'
import { uploadLimits } from '../limits.ts'
import { damaged } from '../recognise/refused-file.ts'
import type { Developed, Job } from './job.ts'

/** The longer side, in pixels: as wide as a page is on a sharp screen. */
const side = 2_000
/** Bytes up to which a drawing stays as sharp as it is. */
const mostSharp = 1_500_000

/**
 * A picture for the text of a question: its pixels on white and nothing else of the file. Drawings keep every pixel,
 * photographs (and drawings too heavy to be sent to a class) become JPEG.
 */
export async function developFigure(mediaType: Job['mediaType'], bytes: Uint8Array): Promise<Developed> {
  try {
    const source = sharp(bytes, { limitInputPixels: uploadLimits.pixels, failOn: 'warning', pages: 1 })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const drawing = mediaType === 'image/png' ? await source.clone().png().toBuffer({ resolveWithObject: true }) : null
    const made =
      drawing && drawing.data.length <= mostSharp
        ? drawing
        : await source.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer({ resolveWithObject: true })
    const { width, height } = made.info
    return { ok: true, pictures: [{ width, height, large: made.data, small: new Uint8Array() }] }
  } catch {
    return damaged()
  }
}
