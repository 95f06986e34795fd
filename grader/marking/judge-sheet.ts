import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { distanceFrom } from './distance.ts'
import { askedOf } from './evidence.ts'
import { judgeComputed } from './judge-computed.ts'
import { cellsWithin } from './partial-credit.ts'
import { isComplete } from './reading.ts'
import type { Findings, Sheet } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

/** Judges every computed field of a sheet from what is known so far. */
export function judgeSheet(question: QuestionDefinition, sheet: Sheet): void {
  for (const field of judgedFields(question)) {
    const findings = sheet.findings.get(field.name)
    if (!findings) continue
    const grading = judgeComputed({ ...findings, field, asked: () => askedOf(question, sheet, field, findings) })
    sheet.gradings.set(field.name, couldFollow(field, findings, grading) ? held(grading) : grading)
  }
}

/** Whether more would be earned if what the answer may follow from were certain: all of it, or cells of a tensor. */
function couldFollow(
  field: JudgedField,
  { reading, truth, bands, doubtful }: Findings,
  grading: FieldGrading,
): boolean {
  if (!doubtful || grading.score === null || grading.score === 1) return false
  if (isComplete(reading) && distanceFrom(reading, doubtful, bands) <= 1) return true
  if (field.kind !== 'tensor' || (grading.verdict !== 'wrong' && grading.verdict !== 'partial')) return false
  const right = cellsWithin(reading, truth, bands)
  return cellsWithin(reading, doubtful, bands).some((follows, cell) => follows && !right[cell])
}

/** What the answer follows from could not be certified, and that is all that is missing: a human decides. */
function held(grading: FieldGrading): FieldGrading {
  const { cells: _cells, named: _named, explained: _explained, ...rest } = grading
  const staffNote = 'The answer follows from the earlier ones in float64, but the two executions do not agree there.'
  return { ...rest, verdict: 'broken', score: null, staffNote }
}
