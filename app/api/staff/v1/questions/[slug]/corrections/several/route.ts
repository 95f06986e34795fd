import { mutation } from '../../../../../../../../lib/http/route.ts'
import {
  askCorrections,
  correctionsBody,
} from '../../../../../../../../lib/questions/versions/corrections/ask-corrections.ts'
import { questionParams } from '../../../../../../../../lib/questions/versions/params.ts'

export const POST = mutation({ params: questionParams, body: correctionsBody }, ({ principal, params, body }) =>
  askCorrections(principal, params.slug, body),
)
