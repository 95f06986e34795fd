import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import type { Sheet } from './sheet.ts'
import type { FieldGrading, Slip } from './verdict.ts'

/**
 * The fewest slips that explain every answered box of a sheet, in the file's order. A box that is right, or that follows
 * from earlier ones, needs none; an alternative counts once, where it is first seen, however many boxes show it; what
 * nothing explains is a slip of its own. Fewest, because a box is named by one alternative before two, and by one that
 * other boxes show before one that they do not.
 */
export function fewestSlips(question: QuestionDefinition, sheet: Sheet): Slip[] {
  const slips: Slip[] = []
  for (const field of judgedFields(question)) {
    const grading = sheet.gradings.get(field.name)
    if (!grading) continue
    if (grading.explained) slips.push(...grading.explained.filter(({ id }) => !slips.some((other) => other.id === id)))
    else if (isUnexplained(grading)) slips.push({ field: field.name, step: field.step })
  }
  return slips
}

/** Wrong by itself: what only follows from a value that made the rest trivial is no slip of its own. */
function isUnexplained({ verdict, cells, cheap }: FieldGrading): boolean {
  if (cheap) return false
  return verdict === 'wrong' || (verdict === 'partial' && (cells?.includes('wrong') ?? true))
}
