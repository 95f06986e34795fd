import type { Labelled } from '../../grader/answers/field.ts'
import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { FileProblem } from '../../grader/question/definition.ts'
import type { StoredTensor } from '../../grader/question/variant.ts'

/** A question of the bank as exams would get it now. */
export interface BankEntry {
  slug: string
  title: string
  /** null: its file cannot be read as a question */
  version: string | null
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
  /** what is right for these numbers, and how exact it must be */
  expected: ExpectedField[]
  /** the mistakes and conventions that a grading may name, with what they give for these numbers */
  alternatives: PreviewedAlternative[]
  /** whether this variant could be given to a student, and if not why */
  audit: { accepted: boolean; reasons: string[] } | null
}

export interface ExpectedField extends Labelled {
  name: string
  decimals: number | null
  value: StoredTensor
  /** half-width for every entry; 0 is exact */
  bands: number[]
}

export interface PreviewedAlternative {
  id: string
  kind: 'mistake' | 'convention'
  /** made from the reference rather than written by the author */
  automatic: boolean
  /** share of the points; null where the properties of the answer decide */
  earns: number | null
  says: PaperNode[]
  /** the fields that it changes, each with its value under it or, for a formula, as it would be written */
  gives: (Labelled & { decimals: number | null; value: StoredTensor | null; formula: PaperNode | null })[]
}
