import type { FieldGrading, Verdict } from '../../grader/marking/verdict.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'

/** What counts of a field's grading for a comparison. */
export type Judged = Pick<FieldGrading, 'field' | 'verdict' | 'score' | 'points'>

/** A field that came out otherwise: verdicts and points of the exam, before and after. Points are null while undecided. */
export interface FieldChange {
  field: string
  from: Verdict | null
  to: Verdict
  before: number | null
  after: number | null
}

/** Points in the exam of the fields of a question that is worth `points` there, rounded as results round them. */
function pointsOf(fields: readonly Judged[], points: number): Map<string, number | null> {
  const scale = pointScale(fields, points)
  return new Map(
    fields.map(({ field, score, points: share }) => [
      field,
      score === null ? null : roundPoints(score * roundPoints(share * scale)),
    ]),
  )
}

/** The fields whose verdict or points differ; `points` is what the question is worth in the exam, before and after. */
export function compareFields(before: readonly Judged[], after: readonly Judged[], points: number): FieldChange[] {
  const [was, is] = [pointsOf(before, points), pointsOf(after, points)]
  return after.flatMap(({ field, verdict }): FieldChange[] => {
    const from = before.find((candidate) => candidate.field === field)?.verdict ?? null
    const change = { field, from, to: verdict, before: was.get(field) ?? null, after: is.get(field) ?? null }
    return change.from === change.to && change.before === change.after ? [] : [change]
  })
}
