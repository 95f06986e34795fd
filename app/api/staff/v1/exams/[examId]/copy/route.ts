import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { copyExam, copyExamBody } from '../../../../../../../lib/exams/copy-exam.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: copyExamBody }, ({ principal, params, body }) =>
  copyExam(principal, params.examId, body),
)
