import type { FileProblem, Place } from './definition.ts'

/** An exam as its file says it. Times are ISO, in UTC. */
export interface ExamDefinition {
  slug: string
  /** content hash of the file's bytes (sha256, hex) */
  version: string
  title: string
  course: string
  mode: 'exam' | 'quiz'
  minutes: number
  /** how long after the deadline what was typed offline still counts; null: as usual */
  syncGraceSeconds: number | null
  window: { opens: string; closes: string } | null
  /** null: it may be taken from anywhere */
  access: { code: string | null; networks: string[]; safeBrowser: boolean } | null
  /** whether students see computed parts as soon as they are graded, or when staff release them */
  release: 'at-once' | 'by-staff'
  /** Markdown */
  instructions: string
  /** in order; `points` null: the sum of the question's own fields */
  questions: ({ question: string; points: number | null } & Place)[]
}

export type ParsedExam = { ok: true; exam: ExamDefinition } | { ok: false; problems: FileProblem[] }
