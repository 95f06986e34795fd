import { attemptParams, emptyBody } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { runAttemptAgain } from '../../../../../../../lib/receipts/run-attempt-again.ts'

export const POST = mutation({ params: attemptParams, body: emptyBody }, ({ principal, params }) =>
  runAttemptAgain(principal, params.id),
)
