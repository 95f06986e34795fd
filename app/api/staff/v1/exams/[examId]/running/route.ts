import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { runningExam } from '../../../../../../../lib/invigilation/running-exam.ts'

export const GET = reading({ params: examParams }, ({ principal, params }) => runningExam(principal, params.examId))
