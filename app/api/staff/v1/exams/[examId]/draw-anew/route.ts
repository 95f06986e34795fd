import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { drawAnew } from '../../../../../../../lib/exams/draw-anew.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams }, ({ principal, params }) => drawAnew(principal, params.examId))
