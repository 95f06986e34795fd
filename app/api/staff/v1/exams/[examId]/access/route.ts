import { accessBody } from '../../../../../../../lib/access/access-body.ts'
import { changeAccess } from '../../../../../../../lib/access/change-access.ts'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: accessBody }, ({ principal, params, body }) =>
  changeAccess(principal, params.examId, body),
)
