import { mutation } from '../../../../../lib/http/route.ts'
import { startBody, startQuestion } from '../../../../../lib/questions/versions/start-question.ts'

export const POST = mutation({ body: startBody }, ({ principal, body }) => startQuestion(principal, body))
