import type { QuestionDefinition } from '../question/definition.ts'
import { templatesIn } from '../question/template.ts'
import type { StoredTensor, Variant } from '../question/variant.ts'

/** What stands before the student: drawn parameters, and steps that the text prints. */
export function shownValues(
  definition: QuestionDefinition,
  { params }: Variant,
  expected: Readonly<Record<string, StoredTensor>>,
): [string, StoredTensor][] {
  const printed = new Set(templatesIn(definition.body).map(({ source }) => source.trim()))
  const steps = definition.reference.filter(({ name }) => printed.has(name))
  return [...definition.parameters, ...steps].flatMap(({ name }): [string, StoredTensor][] => {
    const value = params[name] ?? expected[name]
    return value ? [[name, value]] : []
  })
}

/** The entries of the identity, where a grid of this shape has one. */
export function identity([rows = 0, columns = 0, ...more]: readonly number[]): number[] | null {
  if (rows < 2 || rows !== columns || more.length > 0) return null
  return Array.from({ length: rows * columns }, (_, cell) => (cell % (columns + 1) === 0 ? 1 : 0))
}
