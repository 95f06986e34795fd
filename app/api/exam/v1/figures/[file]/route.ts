import { answerImage } from '../../../../../../lib/http/answer-image.ts'
import { reading } from '../../../../../../lib/http/route.ts'
import { figureImage, figureParams } from '../../../../../../lib/questions/figures/figure-image.ts'

export const GET = reading({ params: figureParams }, async ({ principal, params, request }) =>
  answerImage(request, await figureImage(principal, params.file)),
)
