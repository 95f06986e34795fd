import { courseParams } from '../../../../../../../lib/courses/course-input.ts'
import { exportPeople } from '../../../../../../../lib/courses/export-people.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { answerDownload } from '../../../../../../../lib/points/export/answer-download.ts'

export const GET = reading({ params: courseParams }, async ({ principal, params }) =>
  answerDownload(await exportPeople(principal, params.courseId)),
)
