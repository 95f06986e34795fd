import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { seatGroups, seatGroupsBody } from '../../../../../../../lib/courses/time/seat-groups.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: seatGroupsBody }, ({ principal, params, body }) =>
  seatGroups(principal, params.examId, body),
)
