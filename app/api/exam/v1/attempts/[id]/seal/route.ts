import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { attemptSeal } from '../../../../../../../lib/evidence/sealed/attempt-seal.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => attemptSeal(principal, params.id))
