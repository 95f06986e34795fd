import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { ShownPage } from '../upload/viewer/shown-page.ts'

/** Row-major values; a scalar has shape []. */
export interface Tensor {
  shape: number[]
  data: number[]
}

export type Verdict =
  | 'right'
  | 'through'
  | 'convention'
  | 'mistake'
  | 'partial'
  | 'wrong'
  | 'empty'
  | 'unreadable'
  | 'review'
  | 'broken'

export type CellVerdict = 'right' | 'through' | 'wrong' | 'empty' | 'unreadable'

/** What a student is told of a grading. */
export interface ShownGrading {
  verdict: Verdict
  /** 0..1; null while a person must decide */
  score: number | null
  points: number
  cells?: CellVerdict[]
  message?: string
  /** what lifted the points after a correction */
  corrected?: 'both' | 'points'
  through?: Tensor
  firstWrong?: boolean
}

/** How exact an answer had to be: half-widths over the entries of a field, and where they come from. */
export interface Accepted {
  smallest: number
  largest: number
  why: 'exact' | 'rounding' | 'steps'
  /** what every step is rounded to; null where that differs */
  decimals: number | null
  leniency: number
}

export interface ShownField {
  name: string
  answer: RawAnswer | null
  /** photographed pages, with what staff drew on them */
  pages?: ShownPage[]
  /** the values that were read; null where a cell is blank or could not be read */
  own: OwnValues | null
  /** earlier fields that this one is judged from */
  after: string[]
  grading: ShownGrading | null
  /** points, null while undecided or where they are not released */
  earned: number | null
  /** whether it is decided, where that is told apart from its points */
  decided?: boolean
  expected: Tensor | string | null
  expectedNodes: PaperNode[] | null
  accepted: Accepted | null
  /** staff only: the half-width of every entry */
  bands: number[] | null
  /** what the author says of the mistakes or conventions that were recognised */
  said: { kind: 'mistake' | 'convention'; nodes: PaperNode[] }[]
  /** what had to hold, where many answers are right */
  properties?: { held: boolean | null; nodes: PaperNode[] }[] | null
  messageNodes: PaperNode[] | null
  review: ShownReview | null
}

/** A person's decision, as far as it is released. Points are null where they are not, or the decision was taken back. */
export interface ShownReview {
  points: number | null
  comment: PaperNode[]
  /** what the items start from */
  base: 'zero' | 'full'
  items: { nodes: PaperNode[]; points: number | null; ticked: boolean }[]
  /** by hand, on top of the items */
  adjustment: number | null
}

export interface OwnValues {
  shape: number[]
  data: (number | null)[]
}

export interface ShownQuestion {
  slug: string
  title: string
  points: number
  earned: number | null
  paper: PaperQuestion
  /** fields with a worked solution, which comes when somebody opens it */
  solved: string[]
  firstWrongStep: string | null
  /** where the answers first part from what was expected: a field and its row-major entry */
  divergence: { field: string; cell: number | null } | null
  /** the fewest slips that explain every answer */
  slips: { field: string; named: boolean }[]
  fields: ShownField[]
  /** what was executed; null where nothing was */
  receipt?: QuestionReceipt | null
}

export interface QuestionReceipt {
  version: string
  seed: string
  /** digests of what went in and what came out */
  inputs: string
  outputs: string
  execution: { backend: string; adapter: string; tfjs: string; node: string; grader: string }
}

/** What of a result is released. */
export interface Shows {
  reviewed: boolean
  points: boolean
  verdicts: boolean
  expected: boolean
  solutions: boolean
  comments: boolean
  statistics: boolean
}

/** How the class did: results in each tenth of the points, and the tenth of one's own. */
export interface ClassStatistics {
  n: number
  mean: number
  median: number
  possible: number
  tenths: number[]
  own: number | null
}

/** What students were told of a question that was corrected. */
export interface CorrectionNotice {
  slug: string
  title: string
  at: string
  text: string
}

/** A change of points after the result was there. */
export interface PointsChange {
  field: string
  at: string
  before: number | null
  after: number | null
  cause: string
  reason: string
}

/** The result of an attempt, as the exam's route answers it. */
export interface ShownResult {
  exam: { id: string; title: string }
  state: 'grading' | 'ready'
  /** null: not released */
  points: { earned: number; possible: number; waiting: number } | null
  shows: Shows
  statistics: ClassStatistics | null
  changes: PointsChange[]
  corrections: CorrectionNotice[]
  questions: ShownQuestion[]
  receipt: {
    code: string
    frozenAt: string
    execution: { backend: string; adapter: string; tfjs: string; milliseconds: number } | null
  } | null
}
