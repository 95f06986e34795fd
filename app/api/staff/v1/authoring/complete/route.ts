import { completeText } from '../../../../../../lib/authoring/complete-text.ts'
import { completeBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: completeBody }, ({ principal, body }) => completeText(principal, body))
