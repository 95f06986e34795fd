import { mutation } from '../../../../../../../lib/http/route.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { reviewBody, sayOfVersion } from '../../../../../../../lib/questions/versions/reviews.ts'

export const POST = mutation({ params: questionParams, body: reviewBody }, ({ principal, params, body }) =>
  sayOfVersion(principal, params.slug, body),
)
