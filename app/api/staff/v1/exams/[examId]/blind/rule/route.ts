import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { changeRule, ruleBody } from '../../../../../../../../lib/review/blind/change-rule.ts'

export const POST = mutation({ params: examParams, body: ruleBody }, ({ principal, params, body }) =>
  changeRule(principal, params.examId, body),
)
