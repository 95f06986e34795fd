import { solutionParams, staffSolution } from '../../../../../../../../lib/grading/worked-solution.ts'
import { reading } from '../../../../../../../../lib/http/route.ts'

export const GET = reading({ params: solutionParams, etag: true }, ({ principal, params }) =>
  staffSolution(principal, params.id, params.slug),
)
