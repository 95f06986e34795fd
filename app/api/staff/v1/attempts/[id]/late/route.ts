import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { decideLate, lateDecisionBody } from '../../../../../../../lib/late/decide-late.ts'

export const POST = mutation({ params: attemptParams, body: lateDecisionBody }, ({ principal, params, body }) =>
  decideLate(principal, params.id, body),
)
