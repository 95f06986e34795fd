import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { attemptResult } from '../../../../../../../lib/grading/attempt-result.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => attemptResult(principal, params.id))
