import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import type { GradingRow, Sheet } from './sheet.ts'

/** Sheets that are graded, and those that are graded with them because they say the same about the same numbers. */
export interface Twins {
  first: GradingRow[]
  /** per row the place of its first in `first` */
  placeOf: number[]
}

/**
 * Finds rows of one variant whose computed answers are typed alike: in a class most right answers are. Rows count as of one
 * variant if they share its object and that of its key, as rows of one load do.
 */
export function findTwins(question: QuestionDefinition, rows: readonly GradingRow[]): Twins {
  const fields = judgedFields(question)
  const first: GradingRow[] = []
  const known = new Map<Variant, { key: VariantKey; places: Map<string, number> }>()
  const placeOf = rows.map((row) => {
    const group = known.get(row.variant) ?? { key: row.key, places: new Map<string, number>() }
    known.set(row.variant, group)
    const typed = JSON.stringify(fields.map(({ name }) => row.answers[name] ?? null))
    const place = group.key === row.key ? group.places.get(typed) : undefined
    if (place !== undefined) return place
    if (group.key === row.key) group.places.set(typed, first.length)
    return first.push(row) - 1
  })
  return { first, placeOf }
}

/** A sheet of its own with what was found out about its twin. */
export function likeTwin(row: GradingRow, twin: Sheet): Sheet {
  const gradings = new Map([...twin.gradings].map(([field, grading]) => [field, { ...grading }]))
  return { row, findings: twin.findings, gradings }
}
