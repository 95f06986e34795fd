import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { assignmentBody, assignReviewers } from '../../../../../../../../lib/review/queue/assign-reviewers.ts'

export const POST = mutation({ params: examParams, body: assignmentBody }, ({ principal, params, body }) =>
  assignReviewers(principal, params.examId, body),
)
