import { removePerson } from '../../../../../../../../../lib/courses/change-person.ts'
import { coursePersonParams } from '../../../../../../../../../lib/courses/course-input.ts'
import { mutation } from '../../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: coursePersonParams }, ({ principal, params }) =>
  removePerson(principal, params.courseId, params.personId),
)
