import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { courseTimesBody, setCourseTimes } from '../../../../../../../lib/courses/time/set-course-times.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: courseParams, body: courseTimesBody }, ({ principal, params, body }) =>
  setCourseTimes(principal, params.courseId, body),
)
