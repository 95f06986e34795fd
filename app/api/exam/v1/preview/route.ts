import { mutation } from '../../../../../lib/http/route.ts'
import { previewBody, previewMarkdown } from '../../../../../lib/questions/preview-markdown.ts'

export const POST = mutation({ body: previewBody }, ({ principal, body }) => previewMarkdown(principal, body))
