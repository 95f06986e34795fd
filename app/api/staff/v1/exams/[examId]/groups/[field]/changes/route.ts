import { mutation } from '../../../../../../../../../lib/http/route.ts'
import { changeGroups, groupChangeBody } from '../../../../../../../../../lib/review/groups/change-groups.ts'
import { partParams } from '../../../../../../../../../lib/review/rubric/require-part.ts'

export const POST = mutation({ params: partParams, body: groupChangeBody }, ({ principal, params, body }) =>
  changeGroups(principal, params.examId, params.field, body),
)
