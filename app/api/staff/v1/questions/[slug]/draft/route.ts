import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import { loadDraft } from '../../../../../../../lib/questions/versions/load-draft.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { draftBody, saveDraft } from '../../../../../../../lib/questions/versions/save-draft.ts'

export const GET = reading({ params: questionParams }, ({ principal, params }) => loadDraft(principal, params.slug))

export const PUT = mutation({ params: questionParams, body: draftBody }, ({ principal, params, body }) =>
  saveDraft(principal, params.slug, body),
)
