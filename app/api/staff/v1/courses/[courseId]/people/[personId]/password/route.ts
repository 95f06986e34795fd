import { coursePersonParams } from '../../../../../../../../../lib/courses/course-input.ts'
import { makeReset } from '../../../../../../../../../lib/courses/passwords/make-reset.ts'
import { mutation } from '../../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: coursePersonParams }, ({ principal, params }) =>
  makeReset(principal, params.courseId, params.personId),
)
