import { mutation } from '../../../../../../lib/http/route.ts'
import { shareQuestions, sharesBody } from '../../../../../../lib/questions/bank/share-questions.ts'

export const POST = mutation({ body: sharesBody }, ({ principal, body }) => shareQuestions(principal, body))
