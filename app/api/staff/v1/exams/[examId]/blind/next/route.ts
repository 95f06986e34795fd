import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { blindNext, blindNextBody } from '../../../../../../../../lib/review/blind/blind-next.ts'

export const POST = mutation({ params: examParams, body: blindNextBody }, ({ principal, params, body }) =>
  blindNext(principal, params.examId, body),
)
