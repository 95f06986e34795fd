import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'

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
  named?: { says: string; kind: 'mistake' | 'convention' }
  cells?: CellVerdict[]
  message?: string
  through?: Tensor
  firstWrong?: boolean
}

export interface ShownField {
  name: string
  answer: RawAnswer | null
  grading: ShownGrading | null
  /** points, null while undecided */
  earned: number | null
  expected: Tensor | string | null
  expectedNodes: PaperNode[] | null
  /** what was said of the named mistake or convention */
  namedNodes: PaperNode[] | null
  review: { points: number; comment: string | null } | null
}

export interface ShownQuestion {
  slug: string
  title: string
  points: number
  earned: number | null
  paper: PaperQuestion
  solution: Record<string, PaperNode[]>
  firstWrongStep: string | null
  fields: ShownField[]
}

/** The result of an attempt, as the exam's route answers it. */
export interface ShownResult {
  exam: { id: string; title: string }
  state: 'grading' | 'ready'
  points: { earned: number; possible: number; waiting: number }
  questions: ShownQuestion[]
  receipt: {
    code: string
    frozenAt: string
    execution: { backend: string; adapter: string; tfjs: string; milliseconds: number } | null
  } | null
}
