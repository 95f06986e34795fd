import type { Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { type Combination, combinations } from './combine.ts'
import { measures } from './evidence.ts'
import { type Candidate, isNear } from './naming.ts'
import { ownFields, ownValues } from './own-values.ts'
import { partOfPlan } from './part-of-plan.ts'
import { planFor } from './programs.ts'
import { type Run, rerun, rerunInFloat64 } from './rerun.ts'
import type { Findings, Sheet } from './sheet.ts'
import { comesIn, stepsBetween } from './steps-between.ts'
import { isTrivial } from './trivial.ts'

/** One program to be tried for one answer. */
interface Attempt {
  sheet: Sheet
  field: JudgedField
  findings: Findings
  alternative: Alternative | Combination
}

/**
 * Alternatives on top of follow-through: for answers that nothing explains yet, every alternative that can come in there
 * is executed from the student's own earlier answers, one batch an alternative. So a mistake is found after another one,
 * and also where it magnifies the rounding of the earlier answers beyond the band of the right one. Gives the sheets for
 * which something came near.
 */
export async function composeAlternatives(
  question: QuestionDefinition,
  sheets: readonly Sheet[],
  executors: Executors,
): Promise<ReadonlySet<Sheet>> {
  return attempt(question, openAttempts(question, sheets, comingIn), executors)
}

/** The same with two alternatives at once, for what no single one explains. */
export async function composePairs(
  question: QuestionDefinition,
  sheets: readonly Sheet[],
  executors: Executors,
): Promise<ReadonlySet<Sheet>> {
  // two slips that make everything zero (a sign, and a relu after it) would pay for a box without work
  const pairs: Choose = (_question, sheet, field) =>
    isTrivial(sheet.findings.get(field.name)) ? [] : combinations(question, comingIn(question, sheet, field))
  return attempt(question, openAttempts(question, sheets, pairs), executors)
}

type Choose = (question: QuestionDefinition, sheet: Sheet, field: JudgedField) => readonly (Alternative | Combination)[]

function openAttempts(question: QuestionDefinition, sheets: readonly Sheet[], choose: Choose): Attempt[] {
  return sheets.flatMap((sheet) =>
    judgedFields(question).flatMap((field) => {
      const findings = sheet.findings.get(field.name)
      if (!findings || !isUnexplained(sheet, field)) return []
      return choose(question, sheet, field).map((alternative) => ({ sheet, field, findings, alternative }))
    }),
  )
}

function isUnexplained(sheet: Sheet, field: JudgedField): boolean {
  const verdict = sheet.gradings.get(field.name)?.verdict
  return verdict === 'wrong' || verdict === 'partial'
}

/** The alternatives that this variant offers and that come in between the earlier answers and this one. */
function comingIn(question: QuestionDefinition, sheet: Sheet, field: JudgedField): Alternative[] {
  const sources = ownFields(question, field)
  if (sources.some(({ name }) => isTrivial(sheet.findings.get(name)))) return []
  const between = stepsBetween(question, sheet, field)
  const offered = sheet.row.key.alternatives
  // the key of an automatic slip holds only the fields where it shows first
  return question.alternatives.filter(
    (alternative) =>
      comesIn(alternative, between) &&
      (offered[alternative.id]?.[field.name] || (alternative.automatic && offered[alternative.id])),
  )
}

/**
 * Runs the attempts, those of one program together, and keeps as candidates what comes near the answer. Float64 alone looks
 * for what is near; only that little is executed a second time to be certified.
 */
async function attempt(
  question: QuestionDefinition,
  attempts: readonly Attempt[],
  executors: Executors,
): Promise<ReadonlySet<Sheet>> {
  const found = new Set<Sheet>()
  for (const [plan, batch] of byProgram(question, attempts)) {
    const part = partOfPlan(
      plan,
      batch.map(({ field }) => field.step),
    )
    const runs = batch.map((each) => runOf(question, each))
    const looked = await rerunInFloat64(part, runs, executors)
    const near = batch.flatMap((each, k) => {
      const candidate = candidateOf(part, each, looked[k]?.value(each.field.step))
      return candidate && isNear(candidate, measures(each.field, each.findings)) ? [{ each, candidate, k }] : []
    })
    const certified = await rerun(
      part,
      near.map(({ k }) => runs[k] as Run),
      executors,
    )
    near.forEach(({ each, candidate }, k) => {
      if (!certified[k]?.certain(each.field.step)) return
      each.findings.candidates.push(candidate)
      found.add(each.sheet)
    })
  }
  return found
}

function byProgram(question: QuestionDefinition, attempts: readonly Attempt[]): Map<Plan, Attempt[]> {
  const batches = new Map<Plan, Attempt[]>()
  for (const each of attempts) {
    const { tried } = each.findings
    if ('parts' in each.alternative) tried.pairs++
    else if (each.alternative.automatic) tried.automatic++
    else tried.authored++
    const program = planFor(question, each.sheet.row.variant, each.alternative)
    if (program.ok && batches.get(program.plan)?.push(each) === undefined) batches.set(program.plan, [each])
  }
  return batches
}

/** From the own values. One whose step has another size in the alternative's program is not put in its place. */
function runOf(question: QuestionDefinition, { sheet, field }: Attempt): Run {
  return { variant: sheet.row.variant, overrides: ownValues(sheet, ownFields(question, field)) }
}

function candidateOf(
  plan: Plan,
  { sheet, field, findings, alternative }: Attempt,
  data: number[] | null | undefined,
): Candidate | null {
  const shape = plan.steps.find(({ name }) => name === field.step)?.type.shape
  if (!shape || !data) return null
  const bands = sheet.row.key.alternativeBands?.[alternative.id]?.[field.name]
  return {
    alternative,
    value: { shape: [...shape], data },
    ...(bands ? { bands } : {}),
    ...(findings.through ? { base: findings.through } : {}),
    ...('parts' in alternative ? { parts: alternative.parts } : {}),
  }
}
