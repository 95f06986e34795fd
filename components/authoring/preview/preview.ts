import type { PaperNode, PaperQuestion } from '../../../grader/answers/paper.ts'
import type { ShownQuestion } from '../../result/result.ts'
import type { PreviewedAlternative } from '../../staff/preview/alternatives.tsx'
import type { ExpectedField } from '../../staff/preview/expected-values.tsx'

/** A question as it stands in the editor, with the numbers of one seed. */
export interface Preview {
  title: string
  version: string
  seed: string
  /** asked: these are the numbers of the seed; found: of the next one that may be used; refused: may not be used */
  shown: 'asked' | 'found' | 'refused' | 'none'
  paper: PaperQuestion
  solution: Record<string, PaperNode[]>
  expected: ExpectedField[]
  alternatives: PreviewedAlternative[]
  audit: { accepted: boolean; reasons: string[] } | null
  /** what the grader says of the answers that were sent along */
  graded: ShownQuestion | null
}
