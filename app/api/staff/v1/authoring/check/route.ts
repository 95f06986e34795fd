import { checkText } from '../../../../../../lib/authoring/check-text.ts'
import { checkBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: checkBody }, ({ principal, body }) => checkText(principal, body))
