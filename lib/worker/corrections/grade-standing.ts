import type { Executors } from '../../../grader/backends/executor.ts'
import type { GradingRow } from '../../../grader/marking/grade-submission.ts'
import type { QuestionGrading } from '../../../grader/marking/verdict.ts'
import type { GradeQuestions } from '../grade-submissions.ts'
import { acceptBoth, givePoints } from './lift.ts'
import type { Standing } from './standing.ts'

/** One sheet to be graded by every version that is accepted. */
export interface StandingRow {
  id: string
  variantId: string
  answers: GradingRow['answers']
}

/** Grades sheets as corrections have it: each version in one batch, what came out put together field by field. */
export async function gradeStanding(
  { own, former, given }: Standing,
  rows: readonly StandingRow[],
  executors: Executors,
  grade: GradeQuestions,
): Promise<{ id: string; grading: QuestionGrading }[]> {
  const pinned = rows.flatMap(({ id, variantId, answers }) => {
    const key = own.keys.get(variantId)
    return key ? [{ id, ...key, answers }] : []
  })
  const graded = await grade(own.definition, pinned, executors)
  const before = former
    ? new Map((await gradeStanding(former, rows, executors, grade)).map(({ id, grading }) => [id, grading]))
    : null
  return graded.map(({ id, grading }) => {
    const other = before?.get(id)
    const accepted = other ? acceptBoth(grading, other) : grading
    return { id, grading: given ? givePoints(accepted, given) : accepted }
  })
}
