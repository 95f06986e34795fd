import { courseParams } from '../../../../../../../../lib/courses/course-input.ts'
import { previewRoster, rosterPreviewBody } from '../../../../../../../../lib/courses/roster/preview-roster.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: rosterPreviewBody }, ({ principal, params, body }) =>
  previewRoster(principal, params.courseId, body),
)
