import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import { askAgain, askBody } from '../../../../../../../lib/requests/ask-again.ts'
import { ownRequests } from '../../../../../../../lib/requests/own-requests.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => ownRequests(principal, params.id))

export const POST = mutation({ params: attemptParams, body: askBody }, ({ principal, params, body }) =>
  askAgain(principal, params.id, body),
)
