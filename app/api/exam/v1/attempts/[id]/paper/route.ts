import { attemptPaper } from '../../../../../../../lib/attempts/attempt-paper.ts'
import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams, etag: true }, ({ principal, params }) =>
  attemptPaper(principal, params.id),
)
