import { mutation } from '../../../../../../../../../lib/http/route.ts'
import { groupReviewBody, reviewGroup } from '../../../../../../../../../lib/review/groups/review-group.ts'
import { partParams } from '../../../../../../../../../lib/review/rubric/require-part.ts'

export const POST = mutation({ params: partParams, body: groupReviewBody }, ({ principal, params, body }) =>
  reviewGroup(principal, params.examId, params.field, body),
)
