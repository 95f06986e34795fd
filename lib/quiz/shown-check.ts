import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { CellVerdict, FieldGrading, QuestionGrading, Verdict } from '../../grader/marking/verdict.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'
import { fieldPoints } from '../grading/field-points.ts'
import { renderAuthorMarkdown } from '../questions/render/markdown.ts'

/** A field of a question that was checked, as its student sees it while the quiz goes on. */
export interface CheckedField {
  name: string
  label: string
  verdict: Verdict
  points: number
  /** null: a person decides, or a repair */
  earned: number | null
  /** of a computed field, entry by entry */
  cells: CellVerdict[] | null
  /** why it could not be read */
  message: string | null
  /** what the author says of the mistakes that were recognised, and of the options that were chosen */
  said: PaperNode[][]
}

export interface ShownCheck {
  at: string
  points: number
  earned: number | null
  fields: CheckedField[]
  /** the answers that were checked, by field name */
  answers: Record<string, RawAnswer | null>
}

export interface StoredCheck {
  slug: string
  at: string
  /** of the question in its exam */
  points: number
  paper: Pick<PaperQuestion, 'fields'>
  answers: Record<string, RawAnswer | null>
  grading: QuestionGrading
}

/**
 * What is told of a check. It is made of what is named here, and never of the answer key, which is not even read: no
 * expected value, no band, no value that follow-through led to, no counterexample. Words of the author that print values
 * are left out, for one of these may be what was asked.
 */
export function shownCheck({ at, points, paper, answers, grading }: StoredCheck): ShownCheck {
  const scale = pointScale(paper.fields, points)
  const fields = paper.fields.flatMap(({ name, label, kind, points: own }): CheckedField[] => {
    const graded = grading.fields.find((candidate) => candidate.field === name)
    if (!graded) return []
    const worth = roundPoints(own * scale)
    return [
      {
        name,
        label,
        verdict: graded.verdict,
        points: worth,
        earned: fieldPoints(worth, graded, null),
        cells: graded.cells ?? null,
        message: unread.has(graded.verdict) ? (graded.message ?? null) : null,
        said: wordsOf(graded, kind).map((says) => renderAuthorMarkdown(says)),
      },
    ]
  })
  const decided = fields.flatMap(({ earned }) => (earned === null ? [] : [earned]))
  return {
    at,
    points,
    earned: decided.length === 0 ? null : roundPoints(decided.reduce((sum, earned) => sum + earned, 0)),
    fields,
    answers,
  }
}

const unread: ReadonlySet<Verdict> = new Set(['unreadable', 'empty'])

const printsValues = (says: string) => says.includes('{{')

/** The author's own words on what was answered. */
function wordsOf({ verdict, explained, named, message }: FieldGrading, kind: string): string[] {
  const slips = explained?.length ? explained : named ? [named] : []
  const ofOption = kind === 'choice' && (verdict === 'wrong' || verdict === 'partial') && message ? [message] : []
  return [...slips.flatMap(({ says }) => says ?? []), ...ofOption].filter((says) => !printsValues(says))
}
