import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { blindnessBody, changeBlindness } from '../../../../../../../../lib/review/blind/change-blindness.ts'

export const POST = mutation({ params: examParams, body: blindnessBody }, ({ principal, params, body }) =>
  changeBlindness(principal, params.examId, body),
)
