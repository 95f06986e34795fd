import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import { addComment, commentBody } from '../../../../../../../lib/questions/versions/comments.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { commentsOn, readComments } from '../../../../../../../lib/questions/versions/read-comments.ts'

export const GET = reading({ params: questionParams }, ({ principal, params, request }) =>
  readComments(principal, params.slug, commentsOn(new URL(request.url).searchParams)),
)

export const POST = mutation({ params: questionParams, body: commentBody }, ({ principal, params, body }) =>
  addComment(principal, params.slug, body),
)
