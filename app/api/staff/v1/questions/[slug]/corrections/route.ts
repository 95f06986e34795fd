import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import {
  askCorrection,
  correctionBody,
} from '../../../../../../../lib/questions/versions/corrections/ask-correction.ts'
import { questionUses } from '../../../../../../../lib/questions/versions/corrections/question-uses.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'

export const GET = reading({ params: questionParams }, ({ principal, params }) => questionUses(principal, params.slug))

export const POST = mutation({ params: questionParams, body: correctionBody }, ({ principal, params, body }) =>
  askCorrection(principal, params.slug, body),
)
