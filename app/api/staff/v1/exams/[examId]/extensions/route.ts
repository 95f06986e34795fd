import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { extendTime, extensionBody } from '../../../../../../../lib/invigilation/extend-time.ts'

export const POST = mutation({ params: examParams, body: extensionBody }, ({ principal, params, body }) =>
  extendTime(principal, params.examId, body),
)
