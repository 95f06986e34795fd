import { courseParams } from '../../../../../../../../lib/courses/course-input.ts'
import { previewTimes, timesPreviewBody } from '../../../../../../../../lib/courses/time/preview-times.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: timesPreviewBody }, ({ principal, params, body }) =>
  previewTimes(principal, params.courseId, body),
)
