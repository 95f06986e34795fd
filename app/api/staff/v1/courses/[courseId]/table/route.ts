import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { largestTable, readPeopleTable } from '../../../../../../../lib/courses/table/read-people-table.ts'
import { receiving } from '../../../../../../../lib/http/route.ts'

export const PUT = receiving({ params: courseParams, most: largestTable }, ({ principal, params, bytes }) =>
  readPeopleTable(principal, params.courseId, bytes),
)
