/** What becomes of a file that is brought in. */
export interface ImportedFile {
  path: string
  kind: 'question' | 'figure' | 'other'
  /** the question's name, the picture's; null for other files */
  name: string | null
  /**
   * new; the same is here already; changed: the draft becomes another; taken: somebody else's has this name; refused:
   * `message` says why; ignored: it is no file of questions
   */
  what: 'new' | 'same' | 'changed' | 'taken' | 'refused' | 'ignored'
  /** what is wrong in it as a question; it becomes a draft all the same */
  problems: { line: number; column: number; message: string }[]
  message: string | null
  /** changed: whose draft it would replace, where there is one that is not published */
  draftOf: string | null
  /** it has been written */
  done: boolean
}

export interface ImportReport {
  files: ImportedFile[]
}
