import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { printedPaper } from '../../../../../../../lib/attempts/printed-paper.ts'
import { answerPieces } from '../../../../../../../lib/http/pieces.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, async ({ principal, params, request }) =>
  answerPieces(request, await printedPaper(principal, params.id)),
)
