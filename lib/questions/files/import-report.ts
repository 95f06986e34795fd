/** What becomes of a file that is brought in. */
export interface ImportedFile {
  path: string
  kind: 'question' | 'figure' | 'other'
  /** the question's name, the picture's; null for other files */
  name: string | null
  /**
   * new; the same is here already; changed: a question of this name that one may edit says something else; taken: the name
   * is another's; refused: `message` says why; ignored: it is no file of questions
   */
  what: 'new' | 'same' | 'changed' | 'taken' | 'refused' | 'ignored'
  /** what is wrong in it as a question; it becomes a draft all the same */
  problems: { line: number; column: number; message: string }[]
  message: string | null
  /** pictures that it names and that are neither here nor in the archive */
  missing: string[]
  /** changed: whose draft it would replace, where there is one that is not published */
  draftOf: string | null
  /** of the draft that it would replace; 0: there is none */
  revision: number
  /** a name under which it could be brought in instead; null where it cannot be */
  freeName: string | null
  /** the question that it has become; null: nothing was written */
  became: string | null
  /** it has been written */
  done: boolean
}

export interface ImportReport {
  files: ImportedFile[]
  /** why it ended before all that was to be written was; asked for again it goes on. null: it came to its end */
  stopped: string | null
}
