import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import {
  readReviewRule,
  ruleBody,
  ruleParams,
  setReviewRule,
} from '../../../../../../../lib/questions/versions/review-rule.ts'

export const GET = reading({ params: ruleParams }, ({ principal, params }) =>
  readReviewRule(principal, params.courseId),
)

export const PUT = mutation({ params: ruleParams, body: ruleBody }, ({ principal, params, body }) =>
  setReviewRule(principal, params.courseId, body),
)
