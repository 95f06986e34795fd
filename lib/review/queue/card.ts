import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { ResultQuestion } from '../../grading/result.ts'
import type { GroupOfAnswer } from '../groups/groups-of-answers.ts'
import type { Rubric, RubricItem } from '../rubric/rubric.ts'

export interface PastReview {
  version: number
  reviewer: string
  /** null: an earlier decision was taken back */
  points: number | null
  comment: string
  commentNodes: PaperNode[]
  /** ids of the rubric items that were ticked */
  rubric: string[]
  adjustment: number
  reason: string
  createdAt: string
}

export interface CardRubric extends Omit<Rubric, 'items'> {
  items: (RubricItem & { nodes: PaperNode[] })[]
}

/** One answer of a part with all that a reviewer sees of it: never whose it is, nor an id that leads to whose it is. */
export interface ReviewCard {
  submissionId: string
  /** 'slug.name' */
  field: string
  name: string
  examQuestionId: string
  /** stands for the student */
  code: string
  /** why a person decides; null where the grader did */
  why: 'text' | 'undecided' | 'broken' | null
  /** most points of the part in this exam */
  possible: number
  /** points by the grader; null where it left them open */
  computed: number | null
  /** the newest review, to be sent back with the next one; 0 where there is none */
  version: number
  /** all parts of the question as they stand */
  question: Omit<ResultQuestion, 'receipt' | 'solved'> & { solved: [] }
  /** who decided a part, by its name; what the grader decided is not in it */
  decidedBy: Record<string, string>
  /** a text rendered for reading; null for other kinds */
  answerNodes: PaperNode[] | null
  rubric: CardRubric
  /** the answers like it, where they were put together; null where nobody asked for that */
  group: GroupOfAnswer | null
  /** newest first */
  history: PastReview[]
  /** somebody else who has it before them */
  holder: string | null
}
