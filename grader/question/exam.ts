import type { FileProblem, Place } from './definition.ts'

/** An exam as its file says it. Times are ISO, in UTC. */
export interface ExamDefinition {
  slug: string
  /** content hash of the file's bytes (sha256, hex) */
  version: string
  title: string
  course: string
  mode: 'exam' | 'quiz'
  /** null: as long as one likes, within the window */
  minutes: number | null
  /** how long after the deadline what was typed offline still counts; null: as usual */
  syncGraceSeconds: number | null
  window: { opens: string | null; closes: string | null } | null
  /** the time zone that its window was thought of in; null: not said */
  zone: string | null
  /** null: as many as one likes */
  attempts: number | null
  /** which of several counts */
  counts: 'last' | 'best'
  /** in a quiz, how often each question may be checked while it is sat; null: as often as one likes */
  checks: number | null
  navigation: 'free' | 'forward'
  /** null: it may be taken from anywhere */
  access: { code: string | null; networks: string[]; safeBrowser: boolean } | null
  /** whether students see computed parts as soon as they are graded, or when staff release them */
  release: 'at-once' | 'by-staff'
  /** what is planned of it; null: nothing, all is as usual */
  results: PlannedResults | null
  /** Markdown */
  instructions: string
  /** null: one list of questions, without headings */
  sections: SectionDefinition[] | null
  /** all of them in order */
  questions: ListedQuestion[]
}

export type ResultPart = 'reviewed' | 'points' | 'verdicts' | 'expected' | 'solutions' | 'comments' | 'statistics'

/** What students will see of their results, and from when. */
export interface PlannedResults {
  /** null: as usual */
  shows: ResultPart[] | null
  /** where staff release: when it is to be; null: not said */
  at: string | null
  /** until when they may ask for another look, and about how many parts; null: not at all, about all */
  requestsUntil: string | null
  requestsAtMost: number | null
}

/** A part of an exam under a heading of its own. */
export interface SectionDefinition {
  title: string
  /** Markdown */
  instructions: string
  /** how many of its questions each student gets; null: all */
  pick: number | null
  /** whether each student has them in an order of their own */
  shuffle: boolean
  questions: ListedQuestion[]
}

/** `points` null: the sum of the question's own fields. */
export type ListedQuestion = { question: string; points: number | null } & Place

export type ParsedExam = { ok: true; exam: ExamDefinition } | { ok: false; problems: FileProblem[] }
