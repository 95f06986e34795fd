import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { importRoster, rosterBody } from '../../../../../../../lib/courses/roster/import-roster.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: rosterBody }, ({ principal, params, body }) =>
  importRoster(principal, params.courseId, body),
)
