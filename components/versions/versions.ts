/** A piece of a line; changed: the other side says something else there. */
export interface DiffPart {
  text: string
  changed: boolean
}

/** A line of a comparison, with its numbers on the side, or sides, where it stands. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed'
  left: number | null
  right: number | null
  parts: DiffPart[]
}

/** What differs between two texts: changed lines with a few of their neighbours. */
export interface TextDiff {
  added: number
  removed: number
  hunks: { lines: DiffLine[] }[]
  /** one of them alone ends with a line break: another version, of the same lines */
  ending?: true
}

/** Something that became of a question. */
export interface HistoryEntry {
  id: number
  what: 'version' | 'published' | 'withdrawn' | 'imported' | 'synced' | 'corrected' | 'archived' | 'restored'
  version: string | null
  title: string | null
  at: string
  by: string | null
  note: string
  published: boolean
  audit: 'none' | 'sound' | 'unsound'
  review: 'none' | 'asked' | 'approved' | 'changes'
  exams: number
}

/** A version, the published text or the draft: what two of are compared. */
export interface Comparable {
  /** hash, 'published' or 'draft' */
  value: string
  text: string
}
