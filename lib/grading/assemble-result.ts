import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { VariantKey } from '../../grader/question/variant.ts'
import { pointScale, roundPoints, scalePaper } from '../attempts/scale.ts'
import { shownReceipt } from '../receipts/shown-receipt.ts'
import type { ReviewShown } from '../review/rubric/reviews-shown.ts'
import type { ShownPage } from '../uploads/shown-pages.ts'
import { assembleField } from './assemble-field.ts'
import type { Result, ResultQuestion } from './result.ts'

/** One question of a submission, as stored. */
export interface StoredQuestion extends Pick<QuestionDefinition, 'answers' | 'decimals' | 'leniency'> {
  slug: string
  title: string
  points: number
  paper: PaperQuestion
  key: Pick<VariantKey, 'expected' | 'solutions' | 'bands' | 'printed'>
  solved: string[]
  grading: QuestionGrading | null
}

export interface Reader {
  /** sees what only staff may: notes on what went wrong in grading, the band of every entry */
  staff: boolean
  /** sees what people decided */
  reviews: boolean
  /** the photographed pages of a field; absent: there are none */
  pages?: (key: string) => ShownPage[]
}

export type Lookup<T> = (key: string) => T | undefined

/** A question's result. What is not decided counts as waiting, never as wrong. */
export function assembleQuestion(
  question: StoredQuestion,
  answers: Lookup<RawAnswer | null>,
  reviews: Lookup<ReviewShown>,
  reader: Reader,
): ResultQuestion {
  const scale = pointScale(question.paper.fields, question.points)
  const fields = question.paper.fields.map((field) => assembleField(question, field, scale, answers, reviews, reader))
  const decided = fields.flatMap((field) => (field.earned === null ? [] : [field.earned]))
  return {
    slug: question.slug,
    title: question.title,
    points: question.points,
    earned: decided.length === 0 ? null : roundPoints(decided.reduce((sum, points) => sum + points, 0)),
    paper: scalePaper(question.paper, question.points),
    solved: question.solved,
    firstWrongStep: question.grading?.firstWrongStep ?? null,
    divergence: divergenceOf(question.grading),
    slips: (question.grading?.slips ?? []).map(({ field, id }) => ({ field, named: id !== undefined })),
    fields,
    receipt: shownReceipt(question.grading),
  }
}

function divergenceOf(grading: QuestionGrading | null): ResultQuestion['divergence'] {
  return grading?.divergence ? { field: grading.divergence.field, cell: grading.divergence.cell } : null
}

/** The sums over a result's questions. */
export function totals(questions: readonly ResultQuestion[]): Result['points'] {
  const possible = questions.reduce((sum, question) => sum + question.points, 0)
  const earned = questions.reduce((sum, question) => sum + (question.earned ?? 0), 0)
  const waiting = questions
    .flatMap(({ paper, fields }) =>
      fields.map((field, k) => (field.earned === null ? (paper.fields[k]?.points ?? 0) : 0)),
    )
    .reduce((sum, points) => sum + points, 0)
  return { earned: roundPoints(earned), possible: roundPoints(possible), waiting: roundPoints(waiting) }
}
