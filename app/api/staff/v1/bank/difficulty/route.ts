import { mutation } from '../../../../../../lib/http/route.ts'
import { difficultyBody, setDifficulty } from '../../../../../../lib/questions/bank/set-difficulty.ts'

export const POST = mutation({ body: difficultyBody }, ({ principal, body }) => setDifficulty(principal, body))
