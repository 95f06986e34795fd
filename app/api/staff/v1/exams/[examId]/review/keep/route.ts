import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { keepAnswers, keepBody } from '../../../../../../../../lib/review/queue/keep-answers.ts'

export const POST = mutation({ params: examParams, body: keepBody }, ({ principal, params, body }) =>
  keepAnswers(principal, params.examId, body),
)
