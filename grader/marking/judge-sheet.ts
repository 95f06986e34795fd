import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { distanceFrom } from './distance.ts'
import { judgeComputed } from './judge-computed.ts'
import type { Evidence } from './naming.ts'
import type { Sheet } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

/** Judges every computed field of a sheet from what is known so far. */
export function judgeSheet(question: QuestionDefinition, sheet: Sheet): void {
  for (const field of judgedFields(question)) {
    const findings = sheet.findings.get(field.name)
    if (!findings) continue
    const grading = judgeComputed({ ...findings, field, evidence: evidenceOf(question, sheet, field) })
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

/** Counts the other fields that have the alternative's value, less those that are right where it would be wrong. */
function evidenceOf(question: QuestionDefinition, sheet: Sheet, field: JudgedField): Evidence {
  return (alternative) => {
    let weight = 0
    for (const { name } of judgedFields(question)) {
      const value = sheet.row.key.alternatives[alternative.id]?.[name]
      const findings = sheet.findings.get(name)
      if (!value || !findings || name === field.name) continue
      const { reading, truth, bands } = findings
      const fromTruth = distanceFrom(reading, truth, bands)
      const fromValue = distanceFrom(reading, value, bands)
      if (fromValue <= 1 && fromTruth > 1) weight++
      if (fromTruth <= 1 && fromValue > 1) weight--
    }
    return weight
  }
}
