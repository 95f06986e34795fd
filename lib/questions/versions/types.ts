import type { FileProblem } from '../../../grader/question/definition.ts'

/** The text of a question that is being worked on, and what there is of it beside. */
export interface DraftState {
  slug: string
  title: string
  source: string
  /** counts the saves; 0: nobody has changed it yet, and `source` is what is published */
  revision: number
  saved: { at: string; by: string } | null
  /** the version it was begun from, or was last kept as */
  basedOn: string | null
  /** the version that exams get; null: none, or the file of the bank as it is */
  published: string | null
  /** whether it differs from what exams get */
  draft: boolean
  rights: { edit: boolean; publish: boolean }
  courseId: string | null
}

/** What a text is as a question: read by the grading process. */
export type ReadText =
  | { ok: true; version: string; title: string; definition: unknown }
  | { ok: false; problems: FileProblem[] }
