import { emptyBody, examParams } from '../../../../../../../lib/attempts/input.ts'
import { publishExam } from '../../../../../../../lib/exams/publish-exam.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: emptyBody }, ({ principal, params }) =>
  publishExam(principal, params.examId),
)
