import { mutation } from '../../../../../../../../../lib/http/route.ts'
import { checkQuestion } from '../../../../../../../../../lib/quiz/check-question.ts'
import { checkBody, checkParams } from '../../../../../../../../../lib/quiz/input.ts'

export const POST = mutation({ params: checkParams, body: checkBody }, ({ principal, params, body }) =>
  checkQuestion(principal, params.id, params.slug, body),
)
