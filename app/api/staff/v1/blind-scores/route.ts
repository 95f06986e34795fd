import { mutation } from '../../../../../lib/http/route.ts'
import { blindScoreBody, scoreBlind } from '../../../../../lib/review/blind/score-blind.ts'

export const POST = mutation({ body: blindScoreBody }, ({ principal, body }) => scoreBlind(principal, body))
