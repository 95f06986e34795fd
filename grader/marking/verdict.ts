import type { StoredTensor } from '../question/variant.ts'
import type { Receipt } from '../receipt/receipt.ts'

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

/**
 * One slip of the smallest set that explains a sheet, or of the two that explain a field. `step` is the step whose
 * computation went wrong: of a named slip the first one that the alternative replaces, else the step of the field.
 */
export interface Slip {
  /** the field in which it is first seen */
  field: string
  step: string
  /** the alternative that was recognised; absent where something went wrong that nothing known explains */
  id?: string
  says?: string
  kind?: 'mistake' | 'convention'
}

/** Where a sheet first parts from what is expected of it. */
export interface Divergence {
  field: string
  step: string
  /** row-major index of the first wrong entry; null for a single number, or where the shape is another one */
  cell: number | null
}

export interface FieldGrading {
  field: string
  kind: string
  verdict: Verdict
  /** 0..1; null while a human or a repair must decide */
  score: number | null
  points: number
  /** the alternative or mistake that was named */
  named?: { id: string; says: string; kind: 'mistake' | 'convention' }
  /** the slips that together explain the answer, in the order of the program: one for a name, two for a combination */
  explained?: Slip[]
  cells?: CellVerdict[]
  /** of a property field: what had to hold, whether it does (null: a blank cell leaves it open, or nothing was judged) */
  properties?: { says: string; held: boolean | null; share: number }[]
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
  /**
   * A wrong formula: small numbers at which it differs from what is right, for after release. `at`: every symbol it
   * reads; `answer`: what it gives there, null where it has no value. Of an equation `at` ends with its target, right,
   * and `answer` and `right` are its two sides. `message` says the same in words.
   */
  counterexample?: {
    at: { name: string; value: StoredTensor }[]
    answer: StoredTensor | null
    right: StoredTensor
    equation: boolean
  }
  /** what lifted the score after a correction: the question as it was is accepted too, or everybody has the points */
  corrected?: 'both' | 'points'
  /** staff only */
  staffNote?: string
}

export interface QuestionGrading {
  slug: string
  version: string
  seed: string
  fields: FieldGrading[]
  firstWrongStep: string | null
  /** where the first wrong step went wrong; absent where nothing is */
  divergence?: Divergence
  /** the fewest slips that explain every answered box, in the file's order; absent where there is none */
  slips?: Slip[]
  /** what executed it */
  execution: { backend: string; adapter: string; tfjs: string; node: string; grader: string; milliseconds: number }
  /** digests of what went in and what came out; absent where nothing was executed */
  receipt?: Receipt
  /** what was executed, where a correction lifted some of its scores: the receipt is of this */
  executed?: QuestionGrading
}
