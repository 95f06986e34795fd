import { takeOver, takeOverBody } from '../../../../../../lib/exchange/take-over.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: takeOverBody }, ({ principal, body }) => takeOver(principal, body))
