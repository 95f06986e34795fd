import { attemptPulse } from '../../../../../../../lib/attempts/attempt-pulse.ts'
import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => attemptPulse(principal, params.id))
