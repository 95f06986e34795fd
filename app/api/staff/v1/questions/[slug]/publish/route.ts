import { mutation } from '../../../../../../../lib/http/route.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { publishBody, publishVersion } from '../../../../../../../lib/questions/versions/publish-version.ts'

export const POST = mutation({ params: questionParams, body: publishBody }, ({ principal, params, body }) =>
  publishVersion(principal, params.slug, body),
)
