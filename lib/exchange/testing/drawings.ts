import sharp from 'sharp'

/** A small picture of one colour, so wide. */
export const drawing = (width: number, type: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'): Promise<Buffer> =>
  sharp({ create: { width, height: 8, channels: 3, background: '#2a6' } })
    .toFormat(type)
    .toBuffer()
