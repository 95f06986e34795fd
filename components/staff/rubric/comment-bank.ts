import type { PaperNode } from '../../../grader/answers/paper.ts'

export interface SavedComment {
  id: string
  says: string
  nodes: PaperNode[]
  uses: number
  person: string
  own: boolean
}

export interface GivenComment {
  says: string
  nodes: PaperNode[]
  uses: number
}

/** What was said on a part before. */
export interface CommentBank {
  saved: SavedComment[]
  given: GivenComment[]
}

export const commentsPath = (examId: string, field: string) =>
  `/api/staff/v1/exams/${examId}/comments/${encodeURIComponent(field)}`

/** The longest comment that is kept to be used again. */
export const longestKept = 2_000

/** Those in which every word that was typed occurs. */
export function matching<Comment extends { says: string }>(comments: readonly Comment[], typed: string): Comment[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return comments.filter(({ says }) => words.every((word) => says.toLowerCase().includes(word)))
}

/** A comment put into a text at the caret, on a line of its own where it stands beside other words. */
export function inserted(text: string, from: number, to: number, says: string): { text: string; caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  const lead = before === '' || /\s$/.test(before) ? before : `${before}\n`
  const tail = after === '' || /^\s/.test(after) ? after : `\n${after}`
  return { text: lead + says + tail, caret: lead.length + says.length }
}
