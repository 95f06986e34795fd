import { makeCourse, makeCourseBody } from '../../../../../lib/courses/make-course.ts'
import { mutation } from '../../../../../lib/http/route.ts'

export const POST = mutation({ body: makeCourseBody }, ({ principal, body }) => makeCourse(principal, body))
