import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { breakBody, takeBreak } from '../../../../../../../lib/invigilation/take-break.ts'

export const POST = mutation({ params: attemptParams, body: breakBody }, ({ principal, params, body }) =>
  takeBreak(principal, params.id, body),
)
