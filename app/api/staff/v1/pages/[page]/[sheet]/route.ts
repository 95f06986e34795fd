import { answerImage } from '../../../../../../../lib/http/answer-image.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { sizeIn, staffImageParams, staffPageImage } from '../../../../../../../lib/uploads/page-image.ts'

export const GET = reading({ params: staffImageParams }, async ({ principal, params, request }) =>
  answerImage(request, await staffPageImage(principal, { ...params, size: sizeIn(request.url) })),
)
