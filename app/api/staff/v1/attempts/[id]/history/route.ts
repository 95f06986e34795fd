import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { attemptReplay } from '../../../../../../../lib/evidence/attempt-replay.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams, etag: true }, ({ principal, params }) =>
  attemptReplay(principal, params.id),
)
