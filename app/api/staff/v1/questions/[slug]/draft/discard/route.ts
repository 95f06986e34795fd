import { mutation } from '../../../../../../../../lib/http/route.ts'
import { discardBody, discardDraft } from '../../../../../../../../lib/questions/versions/discard-draft.ts'
import { questionParams } from '../../../../../../../../lib/questions/versions/params.ts'

export const POST = mutation({ params: questionParams, body: discardBody }, ({ principal, params, body }) =>
  discardDraft(principal, params.slug, body),
)
