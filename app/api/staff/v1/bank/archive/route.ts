import { mutation } from '../../../../../../lib/http/route.ts'
import { archiveBody, archiveQuestions } from '../../../../../../lib/questions/bank/archive-questions.ts'

export const POST = mutation({ body: archiveBody }, ({ principal, body }) => archiveQuestions(principal, body))
