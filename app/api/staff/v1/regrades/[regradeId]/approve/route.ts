import { emptyBody } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { approveRegrade } from '../../../../../../../lib/regrade/decide-regrade.ts'
import { regradeParams } from '../../../../../../../lib/regrade/require-regrade.ts'

export const POST = mutation({ params: regradeParams, body: emptyBody }, ({ principal, params }) =>
  approveRegrade(principal, params.regradeId),
)
