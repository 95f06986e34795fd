import { mutation } from '../../../../../../../lib/http/route.ts'
import { requestParams } from '../../../../../../../lib/requests/request-body.ts'
import { replyBody, replyToAnswer } from '../../../../../../../lib/requests/speak.ts'

export const POST = mutation({ params: requestParams, body: replyBody }, ({ principal, params, body }) =>
  replyToAnswer(principal, params.requestId, body),
)
