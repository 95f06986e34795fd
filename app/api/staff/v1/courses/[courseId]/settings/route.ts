import { changeSettings, settingsBody } from '../../../../../../../lib/courses/change-settings.ts'
import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: settingsBody }, ({ principal, params, body }) =>
  changeSettings(principal, params.courseId, body),
)
