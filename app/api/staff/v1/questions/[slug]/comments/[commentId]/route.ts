import { mutation } from '../../../../../../../../lib/http/route.ts'
import { commentParams, settleBody, settleComment } from '../../../../../../../../lib/questions/versions/comments.ts'

export const POST = mutation({ params: commentParams, body: settleBody }, ({ principal, params, body }) =>
  settleComment(principal, params.slug, params.commentId, body),
)
