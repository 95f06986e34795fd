import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading, QuestionGrading } from '../../grader/marking/verdict.ts'
import type { StoredTensor } from '../../grader/question/variant.ts'

/** The result of an attempt, question by question. All points are the exam's. */
export interface Result {
  exam: { id: string; title: string }
  /** 'grading' while a question has no grading yet: there are no questions in it then */
  state: 'grading' | 'ready'
  /** `waiting`: possible points that a person, or a repair, still has to decide */
  points: { earned: number; possible: number; waiting: number }
  questions: ResultQuestion[]
  receipt: { submissionId: string; code: string; frozenAt: string; execution: QuestionGrading['execution'] | null }
}

export interface ResultQuestion {
  slug: string
  title: string
  points: number
  /** null while nothing of it is decided */
  earned: number | null
  paper: PaperQuestion
  solution: Record<string, PaperNode[]>
  firstWrongStep: string | null
  fields: ResultField[]
}

export interface ResultField {
  name: string
  /** as it was typed */
  answer: RawAnswer | null
  grading: FieldGrading | null
  /** points for this field; null while undecided */
  earned: number | null
  /** a value for number, shape and tensor; the author's formula; the ids shown of right options or of lines in order */
  expected: StoredTensor | string | null
  /** the same for reading: right options, lines in order */
  expectedNodes: PaperNode[] | null
  /** what was said of the named mistake or convention */
  namedNodes: PaperNode[] | null
  review: { points: number; comment: string } | null
}
