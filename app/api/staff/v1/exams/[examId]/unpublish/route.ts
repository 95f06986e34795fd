import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { unpublishExam } from '../../../../../../../lib/exams/unpublish-exam.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams }, ({ principal, params }) => unpublishExam(principal, params.examId))
