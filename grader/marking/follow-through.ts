import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { distanceFrom } from './distance.ts'
import { ownFields, ownValues } from './own-values.ts'
import { isComplete } from './reading.ts'
import type { Run, RunResult } from './rerun.ts'
import { type Findings, type Sheet, upstreamFields } from './sheet.ts'

/** A row to execute, and the fields whose follow-through it gives. */
export interface FollowingRun {
  sheet: Sheet
  fields: JudgedField[]
  run: Run
}

/**
 * The rows that recompute from the student's own earlier answers every field that is not right anyway. Fields that may use every earlier answer
 * share a row; a field that the author restricted has a row of its own.
 */
export function followingRuns(question: QuestionDefinition, sheets: readonly Sheet[]): FollowingRun[] {
  const all = judgedFields(question)
  const upstream = upstreamFields(question)
  const following = all.filter(({ after }) => after.length > 0)
  const free = following.filter((field) => upstream.get(field.name)?.every(({ name }) => field.after.includes(name)))
  const restricted = following.filter((field) => !free.includes(field))
  const wanted: FollowingRun[] = []
  const want = (sheet: Sheet, fields: JudgedField[], sources: JudgedField[]) => {
    const overrides = ownValues(sheet, sources)
    if (fields.length > 0 && overrides.size > 0)
      wanted.push({ sheet, fields, run: { variant: sheet.row.variant, overrides } })
  }
  for (const sheet of sheets) {
    const open = (field: JudgedField) => isOpen(sheet.findings.get(field.name))
    want(sheet, free.filter(open), all)
    for (const field of restricted.filter(open)) want(sheet, [field], ownFields(question, field))
  }
  return wanted
}

/** Something was read, and it is not right all over. */
function isOpen(findings: Findings | undefined): boolean {
  if (findings?.reading.state !== 'read') return false
  const { reading, truth, bands } = findings
  return !(isComplete(reading) && distanceFrom(reading, truth, bands) <= 1)
}

/** Takes over what the rows gave; a value that the executions do not agree on stays doubtful. */
export function followThrough(runs: readonly FollowingRun[], results: readonly RunResult[]): void {
  runs.forEach(({ sheet, fields }, k) => {
    for (const field of fields) {
      const findings = sheet.findings.get(field.name)
      const data = results[k]?.value(field.step)
      if (!findings || !data) continue
      const value = { shape: findings.truth.shape, data }
      if (data.length === findings.truth.data.length && results[k]?.certain(field.step)) findings.through = value
      else if (data.every(Number.isFinite)) findings.doubtful = value
    }
  })
}
