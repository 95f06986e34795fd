import { reading } from '../../../../../../lib/http/route.ts'
import { regradeProgress } from '../../../../../../lib/regrade/regrade-progress.ts'
import { regradeParams } from '../../../../../../lib/regrade/require-regrade.ts'

export const GET = reading({ params: regradeParams }, ({ principal, params }) =>
  regradeProgress(principal, params.regradeId),
)
