import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { invite, inviteBody } from '../../../../../../../lib/courses/invitations/invite.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: inviteBody }, ({ principal, params, body }) =>
  invite(principal, params.courseId, body),
)
