import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { releaseClaims, releaseClaimsBody } from '../../../../../../../../lib/review/release-claims.ts'

export const POST = mutation({ params: examParams, body: releaseClaimsBody }, ({ principal, params, body }) =>
  releaseClaims(principal, params.examId, body),
)
