import { mutation } from '../../../../../../../lib/http/route.ts'
import { requestParams } from '../../../../../../../lib/requests/request-body.ts'
import { withdrawBody, withdrawRequest } from '../../../../../../../lib/requests/speak.ts'

export const POST = mutation({ params: requestParams, body: withdrawBody }, ({ principal, params, body }) =>
  withdrawRequest(principal, params.requestId, body),
)
