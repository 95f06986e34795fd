import { attemptParams, submissionBody } from '../../../../../../../lib/attempts/input.ts'
import { submitAttempt } from '../../../../../../../lib/attempts/submit-attempt.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: attemptParams, body: submissionBody }, ({ principal, params, body }) =>
  submitAttempt(principal, params.id, body),
)
