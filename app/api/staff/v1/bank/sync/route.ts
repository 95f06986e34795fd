import { mutation } from '../../../../../../lib/http/route.ts'
import { syncBody, syncQuestion } from '../../../../../../lib/questions/files/sync-question.ts'

export const POST = mutation({ body: syncBody }, ({ principal, body }) => syncQuestion(principal, body))
