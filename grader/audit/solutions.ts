import type { QuestionDefinition } from '../question/definition.ts'
import { shownId, type Variant } from '../question/variant.ts'

/** Per choice field the shown ids of its right options; per order field those of its lines in the right order. */
export function solutionsOf(definition: QuestionDefinition, variant: Variant): Record<string, string[]> {
  const solutions: Record<string, string[]> = {}
  for (const field of definition.answers) {
    const shown = variant.arrangement[field.name] ?? []
    if (field.kind === 'choice') {
      solutions[field.name] = shown.flatMap((authored, k) => (authored < field.right.length ? [shownId(k)] : []))
    } else if (field.kind === 'order') {
      solutions[field.name] = field.lines.map((_, line) => shownId(shown.indexOf(line)))
    }
  }
  return solutions
}
