import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { readTrial } from '../../../../../../../lib/exams/trial/read-trial.ts'
import { startTrial } from '../../../../../../../lib/exams/trial/start-trial.ts'
import { mutation, reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: examParams }, ({ principal, params }) => readTrial(principal, params.examId))

export const POST = mutation({ params: examParams }, ({ principal, params }) => startTrial(principal, params.examId))
