import type { FieldGrading, QuestionGrading } from '../../../grader/marking/verdict.ts'

/** What was executed, without what corrections lifted. */
export const asExecuted = (grading: QuestionGrading): QuestionGrading => grading.executed ?? grading

/** Puts lifted fields into a grading. Where it parted from what is right is told only while nothing of it was lifted. */
function lifted(grading: QuestionGrading, fields: FieldGrading[]): QuestionGrading {
  if (fields.every((field, k) => field === grading.fields[k])) return grading
  const { divergence: _divergence, slips: _slips, ...rest } = grading
  return { ...rest, fields, firstWrongStep: null, executed: asExecuted(grading) }
}

/** Which of two gradings of a field counts where both questions are accepted; undecided stays undecided, but for what is all right. */
function better(now: FieldGrading, former: FieldGrading | undefined): FieldGrading {
  if (!former || now.score === 1) return now
  const counts = former.score === 1 || former.score === null || (now.score !== null && former.score > now.score)
  return counts ? { ...former, points: now.points, corrected: former.corrected ?? 'both' } : now
}

/** Of the corrected question and the one that was asked, each field counts as it is better: nobody loses. */
export function acceptBoth(now: QuestionGrading, former: QuestionGrading): QuestionGrading {
  const before = new Map(former.fields.map((field) => [field.field, field]))
  return lifted(
    now,
    now.fields.map((field) => better(field, before.get(field.field))),
  )
}

/** Everybody has all points of the named fields; of all fields where none is named. The verdicts stay what they are. */
export function givePoints(grading: QuestionGrading, fields: readonly string[]): QuestionGrading {
  const given = (name: string) => fields.length === 0 || fields.includes(name)
  return lifted(
    grading,
    grading.fields.map((field) =>
      given(field.field) && field.score !== 1 ? { ...field, score: 1, corrected: 'points' as const } : field,
    ),
  )
}
