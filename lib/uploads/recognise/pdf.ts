import { uploadLimits } from '../limits.ts'
import { damaged, type RefusedFile, refuseFile, tooManyPages } from './refused-file.ts'

const programs = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/
const pageObject = /\/Type\s*\/Page(?![A-Za-z])/g
/** More page objects than any file of a dozen pages has, earlier versions of them included: it is not even opened. */
const mostObjects = 20 * uploadLimits.pages
const locked = /\/Encrypt(?![A-Za-z0-9])/

/** Whether a PDF may be drawn: whole, not locked, without a program in it. What packed parts hide is never run either. */
export function pdfProblem(bytes: Buffer): RefusedFile | null {
  if (bytes.length < 64 || !bytes.subarray(-2_048).includes('%%EOF')) return damaged()
  const outline = withoutStreams(bytes).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  if (locked.test(outline))
    return refuseFile('not-taken', 'This PDF is locked with a password. Please save it without one.')
  if (programs.test(outline))
    return refuseFile('suspicious', 'There is a program or another file in this PDF. Please print it into a new PDF.')
  let objects = 0
  for (const _ of outline.matchAll(pageObject)) if (++objects > mostObjects) return tooManyPages(uploadLimits.pages)
  return null
}

/** The text of the file without the packed data between `stream` and `endstream`, in which anything may stand by chance. */
function withoutStreams(bytes: Buffer): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = bytes.indexOf('stream', at)
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start)
    if (end < 0) break
    parts.push(bytes.toString('latin1', at, start))
    at = end + 'endstream'.length
  }
  parts.push(bytes.toString('latin1', at))
  return parts.join(' ')
}
