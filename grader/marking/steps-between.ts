import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { stepReads } from '../question/dependencies.ts'
import type { JudgedField } from '../question/fields.ts'
import { ownFields, ownValues } from './own-values.ts'
import type { Sheet } from './sheet.ts'

const reads = new WeakMap<QuestionDefinition, Map<string, string[]>>()

/**
 * The steps that a student took between their earlier answers and this one: that of the field, and those before it as far
 * back as the nearest steps whose own answers the field is judged from. Only what went wrong here comes in here.
 */
export function stepsBetween(question: QuestionDefinition, sheet: Sheet, field: JudgedField): ReadonlySet<string> {
  const answered = ownValues(sheet, ownFields(question, field))
  const known = reads.get(question) ?? stepReads(question.reference)
  reads.set(question, known)
  const found = new Set([field.step])
  for (const step of found) for (const before of known.get(step) ?? []) if (!answered.has(before)) found.add(before)
  return found
}

/** Whether an alternative replaces one of the steps. */
export function comesIn({ steps }: Alternative, between: ReadonlySet<string>): boolean {
  return steps.some(({ name }) => between.has(name))
}
