import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { ShownField, ShownGrading, ShownQuestion } from '../../result/result.ts'
import type { ShownPage } from '../../upload/viewer/shown-page.ts'
import type { GroupTitle } from '../groups/group.ts'

export interface RubricItem {
  id: string
  says: string
  /** the same for reading */
  nodes: PaperNode[]
  amount: number
  unit: 'points' | 'share'
}

export interface CardRubric {
  version: number
  base: 'zero' | 'full'
  items: RubricItem[]
}

export interface PastReview {
  version: number
  reviewer: string
  /** null: a decision was taken back */
  points: number | null
  comment: string
  commentNodes: PaperNode[]
  rubric: string[]
  adjustment: number
  reason: string
  createdAt: string
}

/** What staff are told of a part's grading. */
type StaffGrading = ShownGrading & { staffNote?: string; cheap?: boolean }
export type CardField = Omit<ShownField, 'grading'> & {
  grading: StaffGrading | null
  /** photographed pages, with what staff drew on them */
  pages: ShownPage[]
}
export type CardQuestion = Omit<ShownQuestion, 'fields' | 'receipt'> & { fields: CardField[] }

/** One answer to be reviewed, with all that its screen shows. It says nothing of whose it is. */
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
  /** most points of the part */
  possible: number
  /** points by the grader; null where it left them open */
  computed: number | null
  /** the newest review, 0 where there is none */
  version: number
  /** all parts of the question, as they stand now */
  question: CardQuestion
  /** who decided a part, by its name; parts that the grader decided are not in it */
  decidedBy: Record<string, string>
  answerNodes: PaperNode[] | null
  rubric: CardRubric
  /** the answers like it, where they were put together */
  group: { id: string; title: GroupTitle | null; name: string | null; size: number } | null
  /** newest first */
  history: PastReview[]
  /** somebody else who has it before them */
  holder: string | null
}

export const keyOf = (card: { submissionId: string; field: string }) => `${card.submissionId}/${card.field}`
