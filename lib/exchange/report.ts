import type { FileProblem } from '../../grader/question/definition.ts'

export const foreignFormats = ['qti', 'moodle', 'gift', 'aiken'] as const
export type ForeignFormat = (typeof foreignFormats)[number]

/** As much as the editor takes; the process that takes foreign files apart knows no database, which texts of questions do. */
export const longestSource = 200_000

/** A question of a foreign file and what it becomes; `source` null: nothing. */
export interface ReadQuestion {
  /** what it is called there */
  name: string
  title: string
  /** its type there */
  was: string
  slug: string
  source: string | null
  fields: { name: string; kind: string }[]
  /** why it is no question yet: it becomes a draft all the same */
  problems: FileProblem[]
  /** what was not carried, or became something else */
  notes: string[]
}

/** A picture that questions of a file bring, by what they call it. */
export interface ReadPicture {
  file: string
  /** base64 */
  bytes: string
}

/** What a foreign file holds. */
export interface ReadReport {
  format: ForeignFormat
  questions: ReadQuestion[]
  pictures: ReadPicture[]
  /** what is wrong with the file */
  problems: string[]
}

/** A question that goes out: the text for the file and what it loses. */
export interface OutgoingQuestion {
  slug: string
  title: string
  /** null: nothing of it can be said in the format */
  text: string | null
  /** the pictures that have to go along, by what question files call them */
  pictures: string[]
  notes: string[]
}
