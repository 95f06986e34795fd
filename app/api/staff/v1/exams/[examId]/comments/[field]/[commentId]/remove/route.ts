import { mutation } from '../../../../../../../../../../lib/http/route.ts'
import { commentParams, removeComment } from '../../../../../../../../../../lib/review/comments/change-comment.ts'

export const POST = mutation({ params: commentParams }, ({ principal, params }) => removeComment(principal, params))
