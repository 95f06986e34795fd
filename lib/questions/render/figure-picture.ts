import type { PaperNode } from '../../../grader/answers/paper.ts'
import { readPictureName } from '../../../grader/question/picture-name.ts'
import { escapeXml } from './escape-xml.ts'

/** Where pictures are served. */
export const pictureAddress = (file: string) => `/api/exam/v1/figures/${file}`

/**
 * A picture, asked for with the page and not when it is scrolled to: by then there may be no network. Its size is known
 * by its name, so that the text does not jump when it comes.
 */
export function renderPicture(file: string, alt: string): PaperNode {
  const picture = readPictureName(file)
  if (!picture) throw new Error(`${file} names no picture`)
  const { width, height } = picture
  return {
    html: `<img class="figure-picture" src="${pictureAddress(file)}" alt="${escapeXml(alt)}" width="${width}" height="${height}" decoding="async">`,
  }
}
