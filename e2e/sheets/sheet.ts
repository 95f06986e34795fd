import type { RawAnswer } from '../../grader/answers/raw-answer.ts'

/** The numbers a student was given: row-major, a scalar has shape []. */
export type Params = Readonly<Record<string, { shape: readonly number[]; data: readonly number[] }>>

/**
 * What a student means to enter. Options and lines are shown in an order of their own, so they are named by how their
 * text reads, in the source or as rendered; `choose.ts` finds the ids.
 */
export type SheetAnswer =
  | Exclude<RawAnswer, { kind: 'choice' } | { kind: 'order' }>
  | { kind: 'choice'; texts: RegExp[] }
  | { kind: 'order'; texts: RegExp[] }

export type Answers = Record<string, SheetAnswer>

/**
 * One slip a student may make: which answers it changes (those that follow from the slip by honest work included)
 * and the name the grader must give it, field by field.
 */
export interface Slip {
  mistake: string
  answers(params: Params): Answers
  /** the fields in which the mistake must be named; default: all fields of `answers` */
  named?: string[]
}

/** A question as worked out by hand. Slips of one group touch the same boxes, so a sheet has one of each group. */
export interface QuestionSheet {
  slug: string
  right(params: Params): Answers
  slips: Slip[][]
}
