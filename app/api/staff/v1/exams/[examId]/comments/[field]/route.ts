import { mutation, reading } from '../../../../../../../../lib/http/route.ts'
import { commentBank } from '../../../../../../../../lib/review/comments/comment-bank.ts'
import { commentBody, saveComment } from '../../../../../../../../lib/review/comments/save-comment.ts'
import { partParams } from '../../../../../../../../lib/review/rubric/require-part.ts'

export const GET = reading({ params: partParams }, ({ principal, params }) =>
  commentBank(principal, params.examId, params.field),
)

export const POST = mutation({ params: partParams, body: commentBody }, ({ principal, params, body }) =>
  saveComment(principal, params.examId, params.field, body),
)
