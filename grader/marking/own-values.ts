import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import type { Findings, Sheet } from './sheet.ts'

// times the largest right entry: what is farther away drowns everything else in float32, and nothing can follow from it
// that two executions would agree on
const farthest = 1e9

/** The fields whose own answers a field is judged from: what the author allows, in the file's order. */
export function ownFields(question: QuestionDefinition, field: JudgedField): JudgedField[] {
  return judgedFields(question).filter((other) => field.after.includes(other.name))
}

/**
 * What the student wrote into these fields, by step; NaN where a cell was blank or unreadable, so that the right value
 * stays there. Answers of another shape than the step's cannot be put in its place, nor those that are out of all reach.
 */
export function ownValues(sheet: Sheet, fields: readonly JudgedField[]): Map<string, number[]> {
  const values = new Map<string, number[]>()
  for (const field of fields) {
    const findings = sheet.findings.get(field.name)
    if (findings && usable(findings) && !values.has(field.step)) values.set(field.step, findings.reading.values)
  }
  return values
}

function usable({ reading, truth }: Findings): boolean {
  if (reading.state !== 'read' || reading.shape.join() !== truth.shape.join()) return false
  // a blank cell is NaN, and within any reach
  const reach = farthest * Math.max(1, ...truth.data.map(Math.abs))
  return !reading.values.some((value) => Math.abs(value) > reach)
}
