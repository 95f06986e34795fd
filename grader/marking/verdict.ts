import type { StoredTensor } from '../question/variant.ts'

/**
 * right: within the band of the truth. through: right when recomputed from the student's own earlier answers.
 * convention / mistake: matches a named alternative. partial: some cells or lines right. unreadable and empty are never
 * called wrong. review: waits for a human (text, undecided formula). broken: our fault, held, never scored.
 */
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

export interface FieldGrading {
  field: string
  kind: string
  verdict: Verdict
  /** 0..1; null while a human or a repair must decide */
  score: number | null
  points: number
  /** the alternative or mistake that was named */
  named?: { id: string; says: string; kind: 'mistake' | 'convention' }
  cells?: CellVerdict[]
  /** the reader's or comparer's sentence: why unreadable, which shape was expected … */
  message?: string
  /** what the student's own earlier values lead to, where follow-through was used */
  through?: StoredTensor
  /** the student's value as read */
  parsed?: StoredTensor
  /** this is the first step that went wrong in its chain */
  firstWrong?: boolean
  /** a trivial value (zeros, saturation) made the rest easy: no follow-through marks, staff should look */
  cheap?: boolean
  /** staff only */
  staffNote?: string
}

export interface QuestionGrading {
  slug: string
  version: string
  seed: string
  fields: FieldGrading[]
  firstWrongStep: string | null
  /** what executed it */
  execution: { backend: string; adapter: string; tfjs: string; node: string; grader: string; milliseconds: number }
}
