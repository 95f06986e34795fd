import { emptyBody, examParams } from '../../../../../../../lib/attempts/input.ts'
import { startAttempt } from '../../../../../../../lib/attempts/start-attempt.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: emptyBody }, ({ principal, params }) =>
  startAttempt(principal, params.examId),
)
