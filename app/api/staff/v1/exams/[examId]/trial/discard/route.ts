import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { discardTrial } from '../../../../../../../../lib/exams/trial/discard-trial.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams }, ({ principal, params }) => discardTrial(principal, params.examId))
