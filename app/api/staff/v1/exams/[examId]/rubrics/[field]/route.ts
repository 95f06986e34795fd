import { mutation, reading } from '../../../../../../../../lib/http/route.ts'
import { applyRubric, rubricApplication } from '../../../../../../../../lib/review/rubric/apply-rubric.ts'
import { readRubric } from '../../../../../../../../lib/review/rubric/read-rubric.ts'
import { partParams } from '../../../../../../../../lib/review/rubric/require-part.ts'

export const GET = reading({ params: partParams }, ({ principal, params }) =>
  readRubric(principal, params.examId, params.field),
)

export const POST = mutation({ params: partParams, body: rubricApplication }, ({ principal, params, body }) =>
  applyRubric(principal, params.examId, params.field, body),
)
