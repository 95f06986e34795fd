import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { endSessions, endSessionsBody } from '../../../../../../../lib/invigilation/end-sessions.ts'

export const POST = mutation({ params: examParams, body: endSessionsBody }, ({ principal, params, body }) =>
  endSessions(principal, params.examId, body),
)
