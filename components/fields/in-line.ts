import type { Field } from '../../grader/answers/field.ts'

/** Whether a field is small enough to stand within a line of text. */
export function standsInLine(field: Field | undefined): boolean {
  if (field?.kind === 'tensor') return !field.resizable && field.shape.length < 3
  return field?.kind === 'number' || field?.kind === 'shape'
}
