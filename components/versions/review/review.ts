interface Said {
  id: string
  text: string
  by: string
  byMe: boolean
  at: string
}

/** A comment with its answers, where its line stands in the version that is read. */
export interface LineComment extends Said {
  writtenAt: number | null
  line: number | null
  outdated: boolean
  replies: Said[]
  settled: { at: string; by: string } | null
}

export interface ReviewEvent {
  what: 'asked' | 'approved' | 'changes'
  by: string
  reviewer: string | null
  note: string
  at: string
}

/** A version as it is read by its authors and by whom they ask. */
export interface VersionRead {
  slug: string
  version: string
  source: string
  comments: LineComment[]
  events: ReviewEvent[]
  byMe: boolean
  required: boolean
  reviewers: { id: string; name: string }[]
}
