import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { announce, announcementBody } from '../../../../../../../lib/invigilation/announce.ts'

export const POST = mutation({ params: examParams, body: announcementBody }, ({ principal, params, body }) =>
  announce(principal, params.examId, body),
)
