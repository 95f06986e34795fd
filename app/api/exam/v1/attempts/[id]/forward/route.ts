import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { forwardBody, moveForward } from '../../../../../../../lib/attempts/move-forward.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: attemptParams, body: forwardBody }, ({ principal, params, body }) =>
  moveForward(principal, params.id, body),
)
