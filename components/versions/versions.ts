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
}
