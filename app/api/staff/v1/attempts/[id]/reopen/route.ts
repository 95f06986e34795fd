import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { reopenAttempt, reopenBody } from '../../../../../../../lib/invigilation/reopen-attempt.ts'

export const POST = mutation({ params: attemptParams, body: reopenBody }, ({ principal, params, body }) =>
  reopenAttempt(principal, params.id, body),
)
