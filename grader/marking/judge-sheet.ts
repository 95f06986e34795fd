import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import { distanceFrom } from './distance.ts'
import { askedOf } from './evidence.ts'
import { judgeComputed } from './judge-computed.ts'
import type { Sheet } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

/** Judges every computed field of a sheet from what is known so far. */
export function judgeSheet(question: QuestionDefinition, sheet: Sheet): void {
  for (const field of judgedFields(question)) {
    const findings = sheet.findings.get(field.name)
    if (!findings) continue
    const grading = judgeComputed({ ...findings, field, asked: () => askedOf(question, sheet, field, findings) })
    const doubt = findings.doubtful && distanceFrom(findings.reading, findings.doubtful, findings.bands) <= 1
    sheet.gradings.set(field.name, doubt && grading.verdict === 'wrong' ? held(grading) : grading)
  }
}

/** What the answer follows from could not be certified, and that is all that is missing: a human decides. */
function held(grading: FieldGrading): FieldGrading {
  const { cells: _cells, ...rest } = grading
  const staffNote = 'The answer follows from the earlier ones in float64, but the two executions do not agree there.'
  return { ...rest, verdict: 'broken', score: null, staffNote }
}
