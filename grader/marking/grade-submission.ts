import type { Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { breakAll, certify } from './certify.ts'
import { findFirstWrong } from './chain.ts'
import { refuseCheap } from './cheap.ts'
import { composeAlternatives } from './compose.ts'
import { executionOf } from './execution.ts'
import { followThrough } from './follow-through.ts'
import { judgeOpenFields } from './judge-open-fields.ts'
import { judgeSheet } from './judge-sheet.ts'
import { planFor } from './programs.ts'
import { type GradingRow, openSheet, type Sheet } from './sheet.ts'
import type { QuestionGrading } from './verdict.ts'

export type { GradingRow } from './sheet.ts'

/**
 * Grades many submissions of one question: every execution is one batch over all of them. The same rows give the same
 * gradings on every backend, for values are compared in float64 and the backend certifies them.
 */
export async function gradeBatch(
  question: QuestionDefinition,
  rows: readonly GradingRow[],
  executors: Executors,
): Promise<{ id: string; grading: QuestionGrading }[]> {
  const started = performance.now()
  const sheets = rows.map((row) => openSheet(question, row))
  for (const [plan, group] of byPlan(question, sheets)) await gradeComputed(question, plan, group, executors)
  for (const sheet of sheets) await judgeOpenFields(question, sheet, executors)
  const execution = executionOf(executors, performance.now() - started)
  return sheets.map((sheet) => {
    const { id, variant } = sheet.row
    const firstWrongStep = findFirstWrong(question, sheet)
    const fields = question.answers.flatMap(({ name }) => sheet.gradings.get(name) ?? [])
    const { slug, version, seed } = variant
    return { id, grading: { slug, version, seed, fields, firstWrongStep, execution } }
  })
}

/** The computed fields of sheets that run the same plan. */
async function gradeComputed(question: QuestionDefinition, plan: Plan, sheets: readonly Sheet[], executors: Executors) {
  const judge = () => {
    for (const sheet of sheets) judgeSheet(question, sheet)
  }
  try {
    await certify(question, plan, sheets, executors)
    await followThrough(question, plan, sheets, executors)
    judge()
    await composeAlternatives(question, sheets, executors)
    judge()
    while (await refuseCheap(question, plan, sheets, executors)) judge()
  } catch (error) {
    breakAll(sheets, `The reference could not be executed: ${error instanceof Error ? error.message : String(error)}`)
  }
  judge()
}

function byPlan(question: QuestionDefinition, sheets: readonly Sheet[]): Map<Plan, Sheet[]> {
  const groups = new Map<Plan, Sheet[]>()
  for (const sheet of sheets) {
    if (sheet.findings.size === 0) continue
    const program = planFor(question, sheet.row.variant)
    if (program.ok) groups.set(program.plan, [...(groups.get(program.plan) ?? []), sheet])
    else {
      breakAll([sheet], `The reference does not compile: ${program.message}`)
      judgeSheet(question, sheet)
    }
  }
  return groups
}
