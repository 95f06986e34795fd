export const formats = ['qti', 'moodle', 'gift', 'aiken'] as const
export type Format = (typeof formats)[number]

/** A question of a foreign file and what it becomes. */
export interface ReadQuestion {
  name: string
  title: string
  was: string
  slug: string
  source: string | null
  fields: { name: string; kind: string }[]
  problems: { line: number; column: number; message: string }[]
  notes: string[]
}

/** A picture that questions of a file bring, by what they call it. */
export interface ReadPicture {
  file: string
  /** base64 */
  bytes: string
}

export interface ReadReport {
  format: Format
  questions: ReadQuestion[]
  pictures: ReadPicture[]
  problems: string[]
}

export interface TakenQuestion {
  asked: string
  slug: string
  what: 'new' | 'there'
  title: string
  /** what of it could not be kept */
  notes: string[]
}

export interface ExportReport {
  questions: { slug: string; title: string; carried: boolean; notes: string[] }[]
}

export type Standing = 'ready' | 'work' | 'lost'

export const standingOf = ({ source, problems }: ReadQuestion): Standing =>
  source === null ? 'lost' : problems.length > 0 ? 'work' : 'ready'

/** The kinds of its fields, each with how many there are. */
export function kindsOf({ fields }: ReadQuestion): { kind: string; n: number }[] {
  const kinds = [...new Set(fields.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, n: fields.filter((field) => field.kind === kind).length }))
}

/** A request stays well below what the server takes. */
const mostCharacters = 600_000
const mostOfOne = 40

/** The questions in batches that may be sent. */
export function batches<T extends { source: string }>(questions: readonly T[]): T[][] {
  const made: T[][] = []
  let size = 0
  for (const question of questions) {
    const last = made.at(-1)
    if (!last || last.length >= mostOfOne || size + question.source.length > mostCharacters) {
      made.push([question])
      size = question.source.length
    } else {
      last.push(question)
      size += question.source.length
    }
  }
  return made
}
