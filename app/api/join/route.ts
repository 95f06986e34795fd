import { joinBody, joinCourse } from '../../../lib/courses/invitations/join-course.ts'
import { mutation } from '../../../lib/http/route.ts'

export const POST = mutation({ body: joinBody }, ({ principal, body }) => joinCourse(principal, body))
