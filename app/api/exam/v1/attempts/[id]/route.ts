import { attemptState } from '../../../../../../lib/attempts/attempt-state.ts'
import { attemptParams } from '../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => attemptState(principal, params.id))
