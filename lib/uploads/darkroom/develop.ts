import sharp, { type Sharp } from 'sharp'
import { uploadLimits } from '../limits.ts'
import { damaged } from '../recognise/refused-file.ts'
import type { Developed, Picture } from './job.ts'

// What reads anything but the three kinds is switched off, whatever the bytes say they are.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

/** The longer side, in pixels: A4 at about 210 dots an inch, in which a pencil can be read. */
const large = 2_400
const small = 360

/** Two JPEGs of a picture: nothing of the file but its pixels is left, no place, no time, no thumbnail, no profile. */
export async function pictureOf(source: Sharp): Promise<Picture> {
  const { data, info } = await source
    .flatten({ background: '#ffffff' })
    .resize({ width: large, height: large, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(data)
    .resize({ width: small, height: small, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { width: info.width, height: info.height, large: data, small: thumbnail }
}

/** A photograph, upright. What the decoder so much as doubts is refused. */
export async function develop(bytes: Uint8Array): Promise<Developed> {
  const source = sharp(bytes, { limitInputPixels: uploadLimits.pixels, failOn: 'warning', pages: 1 })
  try {
    return { ok: true, pictures: [await pictureOf(source.autoOrient())] }
  } catch {
    return damaged()
  }
}
