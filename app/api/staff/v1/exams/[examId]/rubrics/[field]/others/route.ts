import { reading } from '../../../../../../../../../lib/http/route.ts'
import { otherRubrics } from '../../../../../../../../../lib/review/rubric/other-rubrics.ts'
import { partParams } from '../../../../../../../../../lib/review/rubric/require-part.ts'

export const GET = reading({ params: partParams }, ({ principal, params, request }) =>
  otherRubrics(principal, params.examId, params.field, new URL(request.url).searchParams.get('q') ?? ''),
)
