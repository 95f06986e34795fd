import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { setWindow, windowBody } from '../../../../../../../lib/invigilation/set-window.ts'

export const POST = mutation({ params: examParams, body: windowBody }, ({ principal, params, body }) =>
  setWindow(principal, params.examId, body),
)
