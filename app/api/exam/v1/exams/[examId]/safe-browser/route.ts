import { showKey, showKeyBody } from '../../../../../../../lib/access/safe-browser/launch.ts'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: showKeyBody }, ({ principal, params, body }) =>
  showKey(principal, params.examId, body),
)
