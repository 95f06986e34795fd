import type { QuestionDefinition } from '../question/definition.ts'
import { halfUnit, type JudgedField, judgedFields } from '../question/fields.ts'
import { distanceFrom } from './distance.ts'
import { type Asked, type Candidate, chanceOfMatch, type Evidence, explain, isNear } from './naming.ts'
import type { Findings, Sheet } from './sheet.ts'
import { comesIn, stepsBetween } from './steps-between.ts'

/** What the naming of one field is asked with. */
export function askedOf(question: QuestionDefinition, sheet: Sheet, field: JudgedField, findings: Findings): Asked {
  return {
    ...measures(field, findings),
    candidates: findings.candidates,
    tried: findings.tried,
    evidence: (candidate) => evidenceOf(question, sheet, field, candidate),
    careful: () => isCareful(question, sheet, field),
  }
}

/** The part of it that tells how near a value is. */
export function measures(field: JudgedField, { reading, truth, bands }: Findings) {
  return { reading, truth, bands, rounding: field.kind === 'shape' ? 0 : halfUnit(field.decimals) }
}

/**
 * What the other fields say. All that have the alternative's value count; but only those in which the alternative comes
 * in by itself make an accident unlikelier, for the others have it because they follow from this one or it from them.
 */
function evidenceOf(
  question: QuestionDefinition,
  sheet: Sheet,
  field: JudgedField,
  { alternative, parts }: Candidate,
): Evidence {
  let weight = 0
  let chance = 1
  for (const { id } of parts ?? [alternative]) {
    for (const other of judgedFields(question)) {
      const findings = sheet.findings.get(other.name)
      const value = sheet.row.key.alternatives[id]?.[other.name]
      if (!value || !findings || other.name === field.name) continue
      const asked = measures(other, findings)
      const candidate = findings.candidates.find((each) => each.alternative.id === id) ?? { alternative, value }
      const isRight = distanceFrom(findings.reading, findings.truth, findings.bands) <= 1
      const hasValue = isNear(candidate, asked)
      if (hasValue && !isRight) weight++
      if (isRight && !hasValue) weight--
      const bySelf = !parts && comesIn(alternative, stepsBetween(question, sheet, other))
      if (hasValue && !isRight && bySelf) chance *= chanceOfMatch(candidate, asked)
    }
  }
  return { weight, chance }
}

// one other box that is right may be an accident itself
const fewest = 2

/** Whether at least two other boxes were answered, and each of them is right, follows, or is explained beyond chance. */
function isCareful(question: QuestionDefinition, sheet: Sheet, field: JudgedField): boolean {
  const others = judgedFields(question).flatMap((other) => {
    const findings = other.name === field.name ? undefined : sheet.findings.get(other.name)
    return findings?.reading.state === 'read' ? [{ other, findings }] : []
  })
  return (
    others.length >= fewest && others.every(({ other, findings }) => isAccountedFor(question, sheet, other, findings))
  )
}

function isAccountedFor(question: QuestionDefinition, sheet: Sheet, field: JudgedField, findings: Findings): boolean {
  const { reading, truth, through, bands } = findings
  if (distanceFrom(reading, truth, bands) <= 1) return true
  if (through && distanceFrom(reading, through, bands) <= 1) return true
  return explain({ ...askedOf(question, sheet, field, findings), careful: () => false })?.named != null
}
