import { previewBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { previewText } from '../../../../../../lib/authoring/preview-text.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: previewBody }, ({ principal, body }) => previewText(principal, body))
