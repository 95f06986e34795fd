/** A change of points as the pages show it. */
export interface Change {
  at: string
  field: string
  cause: string
  by: string | null
  reason: string
  before: number | null
  after: number | null
  total: number | null
  grader: string | null
  /** absent where all are one student's */
  student?: {
    name: string
    attemptId: string
    /** its number; null where the exam has one for each */
    attempt: number | null
  } | null
}

export interface Part {
  field: string
  title: string
  label: string
  points: number
}

/** The title of the question and the label of the part, for each key. */
export function partNames(parts: readonly Part[]): Map<string, string> {
  return new Map(parts.map(({ field, title, label }) => [field, `${title}: ${label}`]))
}
