import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { closeAttempt, closeBody } from '../../../../../../../lib/invigilation/close-attempt.ts'

export const POST = mutation({ params: attemptParams, body: closeBody }, ({ principal, params, body }) =>
  closeAttempt(principal, params.id, body),
)
