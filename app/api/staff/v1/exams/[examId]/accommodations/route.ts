import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { accommodationsBody, setAccommodations } from '../../../../../../../lib/invigilation/set-accommodations.ts'

export const POST = mutation({ params: examParams, body: accommodationsBody }, ({ principal, params, body }) =>
  setAccommodations(principal, params.examId, body),
)
