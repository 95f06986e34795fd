import { mutation } from '../../../../../lib/http/route.ts'
import { reviewBody, scoreReview } from '../../../../../lib/review/score-review.ts'

export const POST = mutation({ body: reviewBody }, ({ principal, body }) => scoreReview(principal, body))
