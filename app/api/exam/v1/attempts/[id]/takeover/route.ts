import { attemptParams, emptyBody } from '../../../../../../../lib/attempts/input.ts'
import { takeOver } from '../../../../../../../lib/attempts/take-over.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: attemptParams, body: emptyBody }, ({ principal, params }) =>
  takeOver(principal, params.id),
)
