import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { pageRules } from '../../../../../../../lib/uploads/page-rules.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) => pageRules(principal, params.id))
