import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { uploadLimits } from '../limits.ts'
import { damaged, tooManyPages } from '../recognise/refused-file.ts'
import { pictureOf } from './develop.ts'
import type { Developed, Picture } from './job.ts'

/** The longer side of a drawn page, in pixels, whatever size the PDF says it has. */
const side = 2_200

let library: Promise<PDFiumLibrary> | undefined

/** The pages of a PDF as pictures: forms are not opened, programs have no engine to run in. */
export async function drawPdf(bytes: Uint8Array): Promise<Developed> {
  library ??= PDFiumLibrary.init()
  const pdfium = await library
  let document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>
  try {
    document = await pdfium.loadDocument(bytes)
  } catch {
    return damaged()
  }
  try {
    const count = document.getPageCount()
    if (count < 1) return damaged()
    if (count > uploadLimits.pages) return tooManyPages(uploadLimits.pages)
    const pictures: Picture[] = []
    for (let at = 0; at < count; at++) {
      const page = document.getPage(at)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = side / Math.max(originalWidth, originalHeight)
      if (!(scale > 0 && Number.isFinite(scale))) return damaged()
      const width = Math.max(1, Math.round(originalWidth * scale))
      const height = Math.max(1, Math.round(originalHeight * scale))
      const { data } = await page.render({ width, height, scale: 1, render: 'bitmap', renderFormFields: false })
      pictures.push(await pictureOf(sharp(data, { raw: { width, height, channels: 4 } })))
    }
    return { ok: true, pictures }
  } catch {
    return damaged()
  } finally {
    document.destroy()
  }
}
