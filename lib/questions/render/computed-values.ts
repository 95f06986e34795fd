import type { StoredTensor } from '../../../grader/question/variant.ts'
import type { TemplateSource } from './template.ts'

/** What a paper prints besides its text, computed once by the grading process for a variant. */
export interface PaperValues {
  templates: Readonly<Record<TemplateSource, StoredTensor>>
  /** per plot */
  curves: Readonly<Record<string, { x: number; y: number }[]>>
  /** per grid: the matrix and the side of its windows */
  grids: Readonly<Record<string, { value: StoredTensor; window: number | null }>>
}
