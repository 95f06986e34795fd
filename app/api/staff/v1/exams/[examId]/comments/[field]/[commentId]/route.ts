import { mutation } from '../../../../../../../../../lib/http/route.ts'
import { changeComment, commentParams } from '../../../../../../../../../lib/review/comments/change-comment.ts'
import { commentBody } from '../../../../../../../../../lib/review/comments/save-comment.ts'

export const POST = mutation({ params: commentParams, body: commentBody }, ({ principal, params, body }) =>
  changeComment(principal, params, body),
)
