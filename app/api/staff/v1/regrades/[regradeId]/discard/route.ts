import { emptyBody } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { discardRegrade } from '../../../../../../../lib/regrade/decide-regrade.ts'
import { regradeParams } from '../../../../../../../lib/regrade/require-regrade.ts'

export const POST = mutation({ params: regradeParams, body: emptyBody }, ({ principal, params }) =>
  discardRegrade(principal, params.regradeId),
)
