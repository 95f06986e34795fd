import type { TextDiff } from '../../versions/versions.ts'

/** The one text of a question in work, as the server has it. */
export interface Draft {
  slug: string
  title: string
  source: string
  /** 0: nobody has changed what is published */
  revision: number
  saved: { at: string; by: string } | null
  basedOn: string | null
  published: string | null
  draft: boolean
  rights: { edit: boolean; publish: boolean }
  courseId: string | null
}

/** What somebody else saved meanwhile, and how it differs from one's own text. */
export interface Theirs {
  source: string
  revision: number
  by: string
  at: string
  diff: TextDiff | null
}

export type Saved =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; theirs: Theirs }
  /** the server cannot be reached or is busy: it is tried again */
  | { kind: 'away' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string | null }

/** What has not been acknowledged yet, as the browser keeps it. */
export interface Kept {
  source: string
  /** of the text that it was written on */
  revision: number
  /** fingerprints of texts whose fate is not known: they were sent, and no answer came */
  sent: string[]
}

export interface Store {
  read(): Kept | null
  write(kept: Kept): void
  clear(): void
}
