import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { askRegrade, regradeBody } from '../../../../../../../lib/regrade/ask-regrade.ts'

export const POST = mutation({ params: examParams, body: regradeBody }, ({ principal, params, body }) =>
  askRegrade(principal, params.examId, body),
)
