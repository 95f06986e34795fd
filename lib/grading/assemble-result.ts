import type { Field } from '../../grader/answers/field.ts'
import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading, QuestionGrading } from '../../grader/marking/verdict.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { VariantKey } from '../../grader/question/variant.ts'
import { pointScale, roundPoints, scalePaper } from '../attempts/scale.ts'
import { renderAuthorMarkdown } from '../questions/render/markdown.ts'
import { expectedAnswer } from './expected.ts'
import type { Result, ResultField, ResultQuestion } from './result.ts'

/** One question of a submission, as stored. */
export interface StoredQuestion {
  slug: string
  title: string
  points: number
  paper: PaperQuestion
  answers: QuestionDefinition['answers']
  key: Pick<VariantKey, 'expected' | 'solutions'>
  solution: Record<string, PaperNode[]>
  grading: QuestionGrading | null
}

export interface StoredReview {
  points: number
  comment: string
}

export interface Reader {
  /** sees what only staff may: notes on what went wrong in grading */
  staff: boolean
  /** sees what people decided */
  reviews: boolean
}

/** Students do not see what is meant for staff. */
function shownGrading(grading: FieldGrading | undefined, points: number, staff: boolean): FieldGrading | null {
  if (!grading) return null
  if (staff) return { ...grading, points }
  const { staffNote: _note, cheap: _cheap, ...rest } = grading
  return { ...rest, points }
}

/** Points of a field: a person's decision over the grader's; null while neither has decided. */
export function fieldPoints(points: number, grading: FieldGrading | null, review: StoredReview | null): number | null {
  if (review) return review.points
  return grading?.score == null ? null : roundPoints(grading.score * points)
}

type Lookup<T> = (key: string) => T | undefined

function assembleField(
  question: StoredQuestion,
  field: Field,
  scale: number,
  answers: Lookup<RawAnswer | null>,
  reviews: Lookup<StoredReview>,
  reader: Reader,
): ResultField {
  const key = `${question.slug}.${field.name}`
  const authored = question.answers.find((candidate) => candidate.name === field.name)
  const points = roundPoints(field.points * scale)
  const graded = question.grading?.fields.find((candidate) => candidate.field === field.name)
  const grading = shownGrading(graded, points, reader.staff)
  const review = (reader.reviews ? reviews(key) : undefined) ?? null
  return {
    name: field.name,
    answer: answers(key) ?? null,
    grading,
    earned: fieldPoints(points, grading, review),
    ...expectedAnswer(field, authored, question.key),
    namedNodes: grading?.named ? renderAuthorMarkdown(grading.named.says) : null,
    review,
  }
}

/** A question's result. What is not decided counts as waiting, never as wrong. */
export function assembleQuestion(
  question: StoredQuestion,
  answers: Lookup<RawAnswer | null>,
  reviews: Lookup<StoredReview>,
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
    solution: question.solution,
    firstWrongStep: question.grading?.firstWrongStep ?? null,
    fields,
  }
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
