import { mutation } from '../../../../../../../lib/http/route.ts'
import { claimBody, claimRequest } from '../../../../../../../lib/requests/claim-request.ts'
import { requestParams } from '../../../../../../../lib/requests/request-body.ts'

export const POST = mutation({ params: requestParams, body: claimBody }, ({ principal, params, body }) =>
  claimRequest(principal, params.requestId, body),
)
