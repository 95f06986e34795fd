import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { releaseBody } from '../../../../../../../lib/release/release-body.ts'
import { releaseExam } from '../../../../../../../lib/release/release-exam.ts'

export const POST = mutation({ params: examParams, body: releaseBody }, ({ principal, params, body }) =>
  releaseExam(principal, params.examId, body),
)
