import type { Field } from '../../grader/answers/field.ts'

/** Whether photographed pages may be put on a field. */
export const takesPages = (field: Field): boolean => field.kind === 'upload' || (field.kind === 'text' && field.upload)
