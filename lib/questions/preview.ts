import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { FileProblem } from '../../grader/question/definition.ts'

/** A question file of the bank, as staff see it in a list. */
export interface BankEntry {
  slug: string
  title: string
  version: string
  topics: string[]
  /** why it cannot be used; empty where it can */
  problems: FileProblem[]
}

/** A question with the numbers of one seed, as a student would get it, with its worked solution. */
export interface QuestionPreview {
  slug: string
  title: string
  version: string
  seed: string
  paper: PaperQuestion
  solution: Record<string, PaperNode[]>
  problems: FileProblem[]
  /** whether this variant could be given to a student, and if not why */
  audit: { accepted: boolean; reasons: string[] } | null
}
