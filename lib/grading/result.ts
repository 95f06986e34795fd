import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading, QuestionGrading } from '../../grader/marking/verdict.ts'
import type { StoredTensor } from '../../grader/question/variant.ts'
import type { ShownReceipt } from '../receipts/shown-receipt.ts'
import type { ReviewShown } from '../review/rubric/reviews-shown.ts'
import type { ShownPage } from '../uploads/shown-pages.ts'
import type { Accepted } from './accepted.ts'
import type { OwnValues } from './own-values.ts'

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
  /** fields that have a worked solution: it is asked for when somebody opens it */
  solved: string[]
  firstWrongStep: string | null
  /** the field and the row-major entry in which the answers first part from what was expected */
  divergence: { field: string; cell: number | null } | null
  /** the fewest slips that explain every answer: where each is seen first, and whether it was recognised */
  slips: { field: string; named: boolean }[]
  fields: ResultField[]
  /** what was executed; null where nothing was */
  receipt: ShownReceipt | null
}

/** What the author says of a recognised mistake or convention. */
export interface Said {
  kind: 'mistake' | 'convention'
  nodes: PaperNode[]
}

/** What had to hold of an answer of which many are right; null where blank cells leave it open, or nothing was judged. */
export interface ShownProperty {
  held: boolean | null
  nodes: PaperNode[]
}

export interface ResultField {
  name: string
  /** as it was typed */
  answer: RawAnswer | null
  /** photographed pages, with what staff drew on them */
  pages: ShownPage[]
  /** the same as values, for fields that are computed */
  own: OwnValues | null
  /** earlier fields whose own answers this one is judged from */
  after: string[]
  grading: Omit<FieldGrading, 'parsed' | 'named' | 'explained' | 'properties'> | null
  /** points for this field; null while undecided */
  earned: number | null
  /** a value for number, shape and tensor; the author's formula; the ids shown of right options or of lines in order */
  expected: StoredTensor | string | null
  /** the same for reading: right options, lines in order */
  expectedNodes: PaperNode[] | null
  /** how exact the answer had to be */
  accepted: Accepted | null
  /** staff only: the half-width of every entry */
  bands: number[] | null
  /** the mistakes or conventions that explain it, in the order of the program */
  said: Said[]
  /** of a property field; null for every other */
  properties: ShownProperty[] | null
  /** the message of the grading where it has the author's words in it */
  messageNodes: PaperNode[] | null
  review: ReviewShown | null
}
