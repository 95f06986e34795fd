import { examParams, startBody } from '../../../../../../../lib/attempts/input.ts'
import { startAttempt } from '../../../../../../../lib/attempts/start-attempt.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: startBody }, ({ principal, params, body }) =>
  startAttempt(principal, params.examId, body),
)
