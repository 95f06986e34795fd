import type { Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { bandAt } from './distance.ts'
import { ownFields, ownValues } from './own-values.ts'
import { partOfPlan } from './part-of-plan.ts'
import { rerun } from './rerun.ts'
import type { Findings, Sheet } from './sheet.ts'
import { isTrivial } from './trivial.ts'
import type { FieldGrading } from './verdict.ts'

// share of the largest entry by which a value is moved, and what is left of a band when nothing follows from it
const nudge = 0.05
const nothing = 0.05

/**
 * A wrong value that makes the rest trivial earns no follow-through: where everything is zero or all alike, or where
 * what follows does not depend on the value any more although it should (a saturated gate, a dead relu). Returns
 * whether any was refused; what was refused counts as wrong for the fields after it, so judge and call again.
 */
export async function refuseCheap(
  question: QuestionDefinition,
  plan: Plan,
  sheets: readonly Sheet[],
  executors: Executors,
) {
  const suspects: { sheet: Sheet; field: JudgedField; from: JudgedField }[] = []
  for (const sheet of sheets) {
    for (const field of judgedFields(question)) {
      if (!follows(sheet.gradings.get(field.name))) continue
      for (const from of slips(question, sheet, field)) {
        const findings = sheet.findings.get(field.name)
        if (findings && isTrivial(sheet.findings.get(from.name))) findings.cheap = true
        else suspects.push({ sheet, field, from })
      }
    }
  }
  const runs = suspects.flatMap(({ sheet, field, from }) => {
    const { variant } = sheet.row
    const own = ownValues(sheet, ownFields(question, field))
    // with the same values in place, so that only this dependence is compared
    const right = new Map([...own.keys()].map((step) => [step, truthOf(question, sheet, step)]))
    const typed = (own.get(from.step) ?? []).map((value, k) =>
      Number.isNaN(value) ? (right.get(from.step)?.[k] ?? 0) : value,
    )
    return [
      right,
      new Map(right).set(from.step, nudged(right.get(from.step) ?? [])),
      own,
      new Map(own).set(from.step, nudged(typed)),
    ].map((overrides) => ({ variant, overrides }))
  })
  const part = partOfPlan(
    plan,
    suspects.map(({ field }) => field.step),
  )
  const results = await rerun(part, runs, executors)
  suspects.forEach(({ sheet, field }, k) => {
    const findings = sheet.findings.get(field.name)
    const value = (run: number) => results[4 * k + run]?.value(field.step) ?? []
    if (findings && movement(findings, value(2), value(3)) <= nothing && movement(findings, value(0), value(1)) > 1) {
      findings.cheap = true
    }
  })
  return withdraw(sheets)
}

/** Whether anything of an answer is credited for following: all of it, or cells of it. */
function follows(grading: FieldGrading | undefined): boolean {
  return grading?.verdict === 'through' || (grading?.cells?.includes('through') ?? false)
}

/** Takes the follow-through of what was found cheap; whether there was any. */
function withdraw(sheets: readonly Sheet[]): boolean {
  let any = false
  for (const sheet of sheets) {
    for (const findings of sheet.findings.values()) {
      if (!findings.cheap || findings.through === null) continue
      findings.through = null
      any = true
    }
  }
  return any
}

function truthOf(question: QuestionDefinition, sheet: Sheet, step: string): number[] {
  const field = judgedFields(question).find((each) => each.step === step)
  return (field && sheet.findings.get(field.name)?.truth.data) ?? []
}

/** The wrong answers that no named mistake explains and that this field was recomputed from. */
function slips(question: QuestionDefinition, sheet: Sheet, field: JudgedField): JudgedField[] {
  const own = ownFields(question, field)
  const used = ownValues(sheet, own)
  return own.filter(({ name, step }) => {
    const verdict = sheet.gradings.get(name)?.verdict
    return used.has(step) && (verdict === 'wrong' || verdict === 'partial')
  })
}

/** Entries moved by different amounts and in both directions, so that no symmetry (softmax, a sum) hides the move. */
function nudged(values: readonly number[]): number[] {
  const step = nudge * Math.max(1, ...values.map(Math.abs))
  return values.map((value, k) => value + step * (k % 2 === 0 ? 1 : -1) * (1 + 0.37 * (k % 3)))
}

/** The largest change of an entry, in bands. */
function movement(findings: Findings, before: readonly number[], after: readonly number[]): number {
  const changes = before.map((value, k) => {
    const change = Math.abs((after[k] ?? Number.NaN) - value)
    return change / (bandAt(findings.bands, k, before.length) || Number.MIN_VALUE)
  })
  return Math.max(0, ...changes)
}
