import type { PaperNode } from '../../../grader/answers/paper.ts'

export type Unit = 'points' | 'share'
export type Base = 'zero' | 'full'

export interface RubricItem {
  id: string
  says: string
  amount: number
  unit: Unit
}

/** A rubric as it was once, or as another part has it. */
export interface RubricLike {
  base: Base
  items: readonly RubricItem[]
}

/** A part's rubric with all that its editor shows. */
export interface PresentRubric {
  exam: { id: string; title: string }
  field: string
  title: string
  label: string
  possible: number
  version: number
  base: Base
  items: (RubricItem & { uses: number; nodes: PaperNode[] })[]
  reviewed: number
  file: RubricItem[]
  yaml: string
  versions: (RubricLike & { version: number; person: string; reason: string; createdAt: string; changed: number })[]
  released: boolean
}

/** What an edit would do. */
export interface Effect {
  effect: string
  reviewed: number
  changed: number
  gain: number
  lose: number
  same: number
  mean: { before: number; after: number } | null
  steps: { from: number; to: number; count: number }[]
  histogram: { width: number; before: number[]; after: number[] }
  largest: { submissionId: string; code: string; from: number; to: number; taken: number }[]
  released: boolean
  texts: PaperNode[][]
}

/** How often each item is used. */
export type Uses = ReadonlyMap<string, number>
/** Texts as they are set, by what is typed. */
export type Texts = ReadonlyMap<string, PaperNode[]>
/** Some rows of a draft. */
export type RowKeys = ReadonlySet<string>

/** A rubric of another part. */
export interface OtherRubric extends RubricLike {
  examId: string
  exam: string
  field: string
  title: string
  label: string
  possible: number
}

/** Where a part's rubric is read, previewed and applied. */
export const rubricPath = (examId: string, field: string) =>
  `/api/staff/v1/exams/${examId}/rubrics/${encodeURIComponent(field)}`

/** The page on which it is edited. */
export const rubricPage = (examId: string, field: string) =>
  `/staff/exams/${examId}/rubrics/${encodeURIComponent(field)}`

/** Where an answer to the part is reviewed. */
export const answerPage = (examId: string, field: string, submissionId: string) =>
  `/staff/exams/${examId}/review/${submissionId}/${encodeURIComponent(field)}`
