import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { discardExam } from '../../../../../../../lib/exams/discard-exam.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams }, ({ principal, params }) => discardExam(principal, params.examId))
