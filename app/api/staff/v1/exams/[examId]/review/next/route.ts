import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { claimBody } from '../../../../../../../../lib/review/claim-next.ts'
import { nextAnswers } from '../../../../../../../../lib/review/queue/next-answers.ts'

export const POST = mutation({ params: examParams, body: claimBody }, ({ principal, params, body }) =>
  nextAnswers(principal, params.examId, body),
)
