import { mutation } from '../../../../../../../lib/http/route.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { withdrawBody, withdrawQuestion } from '../../../../../../../lib/questions/versions/publish-version.ts'

export const POST = mutation({ params: questionParams, body: withdrawBody }, ({ principal, params, body }) =>
  withdrawQuestion(principal, params.slug, body),
)
