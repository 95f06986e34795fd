import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { instructionsBody, previewInstructions } from '../../../../../../../lib/exams/plan/preview-instructions.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: instructionsBody }, ({ principal, params, body }) =>
  previewInstructions(principal, params.examId, body),
)
