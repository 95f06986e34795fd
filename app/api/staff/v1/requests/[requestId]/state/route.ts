import { mutation } from '../../../../../../../lib/http/route.ts'
import { closeBody, closeRequest } from '../../../../../../../lib/requests/close-request.ts'
import { requestParams } from '../../../../../../../lib/requests/request-body.ts'

export const POST = mutation({ params: requestParams, body: closeBody }, ({ principal, params, body }) =>
  closeRequest(principal, params.requestId, body),
)
