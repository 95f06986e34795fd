import { mutation } from '../../../../../../../lib/http/route.ts'
import { answerBody, answerRequest } from '../../../../../../../lib/requests/answer-request.ts'
import { requestParams } from '../../../../../../../lib/requests/request-body.ts'

export const POST = mutation({ params: requestParams, body: answerBody }, ({ principal, params, body }) =>
  answerRequest(principal, params.requestId, body),
)
