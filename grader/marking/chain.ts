import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import { type Sheet, upstreamFields } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

/**
 * Marks where each chain of answers first went wrong: a wrong field none of whose earlier fields is wrong. Returns the
 * step of the first of them in the file's order, or null.
 */
export function findFirstWrong(question: QuestionDefinition, sheet: Sheet): string | null {
  const upstream = upstreamFields(question)
  const wrong = (name: string) => isWrong(sheet.gradings.get(name))
  const first = judgedFields(question).filter(
    ({ name }) => wrong(name) && !upstream.get(name)?.some((earlier) => wrong(earlier.name)),
  )
  for (const { name } of first) {
    const grading = sheet.gradings.get(name)
    if (grading) grading.firstWrong = true
  }
  return first[0]?.step ?? null
}

/** Something was written and is not right; blank and unreadable cells are not wrong. */
function isWrong(grading: FieldGrading | undefined): boolean {
  if (!grading) return false
  if (grading.verdict === 'partial') return grading.cells?.some((cell) => cell === 'wrong') ?? true
  if (grading.verdict === 'convention') return (grading.score ?? 0) < 1
  return grading.verdict === 'wrong' || grading.verdict === 'mistake'
}
