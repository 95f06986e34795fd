import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Divergence, FieldGrading } from '../../../grader/marking/verdict.ts'
import type { StoredTensor } from '../../../grader/question/variant.ts'

/** What a variant says of a part: the same for all who have it. */
export interface PartOfVariant {
  /** which variant it is */
  seed: string
  /** the step that the part is judged by; null where it has none */
  step: string | null
  /** half-widths of the part's entries */
  bands: readonly number[]
  /** every step of the reference */
  steps: Readonly<Record<string, StoredTensor>>
  params: Readonly<Record<string, StoredTensor>>
  /** of a choice or an order: what the author wrote at the k-th place shown */
  arrangement: readonly number[]
}

/** One answer to one part, with what the grader found. Nothing in it says whose it is. */
export interface GivenAnswer {
  submissionId: string
  answer: RawAnswer | null
  /** pages were handed in with it */
  pages: boolean
  grading: FieldGrading
  /** where the student's whole sheet first went wrong */
  divergence: Divergence | null
  variant: PartOfVariant
}
