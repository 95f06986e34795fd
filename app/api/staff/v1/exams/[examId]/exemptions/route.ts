import { exemptionBody, exemptStudent } from '../../../../../../../lib/access/exempt-student.ts'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: exemptionBody }, ({ principal, params, body }) =>
  exemptStudent(principal, params.examId, body),
)
