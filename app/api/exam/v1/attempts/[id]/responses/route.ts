import { attemptParams, savesBody } from '../../../../../../../lib/attempts/input.ts'
import { saveResponses } from '../../../../../../../lib/attempts/save-responses.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const PUT = mutation({ params: attemptParams, body: savesBody }, ({ principal, params, body }) =>
  saveResponses(principal, params.id, body),
)
