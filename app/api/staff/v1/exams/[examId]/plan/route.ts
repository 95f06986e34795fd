import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { examPlan } from '../../../../../../../lib/exams/plan/exam-plan.ts'
import { savePlan, savePlanBody } from '../../../../../../../lib/exams/plan/save-plan.ts'
import { mutation, reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: examParams }, ({ principal, params }) => examPlan(principal, params.examId))

export const POST = mutation({ params: examParams, body: savePlanBody }, ({ principal, params, body }) =>
  savePlan(principal, params.examId, body),
)
