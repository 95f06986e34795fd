import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { ownChecks } from '../../../../../../../lib/quiz/own-checks.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => ownChecks(principal, params.id))
