import { mutation } from '../../../../../../../../../lib/http/route.ts'
import { rubricEdit } from '../../../../../../../../../lib/review/rubric/edited-rubric.ts'
import { previewRubric } from '../../../../../../../../../lib/review/rubric/preview-rubric.ts'
import { partParams } from '../../../../../../../../../lib/review/rubric/require-part.ts'

export const POST = mutation({ params: partParams, body: rubricEdit }, ({ principal, params, body }) =>
  previewRubric(principal, params.examId, params.field, body),
)
