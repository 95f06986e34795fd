import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { examChecklist } from '../../../../../../../lib/exams/checklist/exam-checklist.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: examParams }, ({ principal, params }) => examChecklist(principal, params.examId))
