import { answerImage } from '../../../../../../../../../lib/http/answer-image.ts'
import { reading } from '../../../../../../../../../lib/http/route.ts'
import { ownImageParams, ownPageImage, sizeIn } from '../../../../../../../../../lib/uploads/page-image.ts'

export const GET = reading({ params: ownImageParams }, async ({ principal, params, request }) => {
  const { id, page, sheet } = params
  return answerImage(request, await ownPageImage(principal, id, { page, sheet, size: sizeIn(request.url) }))
})
