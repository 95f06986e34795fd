import type { Executors } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { sealed } from '../receipt/receipt.ts'
import { byPlan } from './by-plan.ts'
import { certify } from './certify.ts'
import { findFirstWrong } from './chain.ts'
import { refuseCheap } from './cheap.ts'
import { composeAlternatives, composePairs } from './compose.ts'
import { executionOf } from './execution.ts'
import { fewestSlips } from './fewest-slips.ts'
import { followingRuns, followThrough } from './follow-through.ts'
import { judgeOpenFields } from './judge-open-fields.ts'
import { judgeProperties } from './judge-properties.ts'
import { judgeSheet } from './judge-sheet.ts'
import { rerun } from './rerun.ts'
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
  await byPlan(question, sheets, (plan, group) => gradeComputed(question, plan, group, executors))
  for (const sheet of sheets) await judgeOpenFields(question, sheet, executors)
  await judgeProperties(question, sheets, executors)
  const execution = executionOf(executors, performance.now() - started)
  return sheets.map((sheet) => {
    const { id, variant } = sheet.row
    const first = findFirstWrong(question, sheet)
    const slips = fewestSlips(question, sheet)
    const fields = question.answers.flatMap(({ name }) => sheet.gradings.get(name) ?? [])
    const { slug, version, seed } = variant
    const found = slips.length > 0 ? { ...first, slips } : first
    return { id, grading: sealed(sheet.row, { slug, version, seed, fields, ...found, execution }) }
  })
}

/** The computed fields of sheets that run the same plan: what is right, what follows, what explains the rest. */
async function gradeComputed(question: QuestionDefinition, plan: Plan, sheets: readonly Sheet[], executors: Executors) {
  const reference = sheets.map(({ row }) => ({ variant: row.variant }))
  const following = followingRuns(question, sheets)
  const results = await rerun(plan, [...reference, ...following.map(({ run }) => run)], executors)
  certify(question, sheets, results, executors)
  followThrough(following, results.slice(sheets.length))
  judgeAll(question, sheets)
  await composeAlternatives(question, sheets, executors)
  judgeAll(question, sheets)
  if (await composePairs(question, sheets, executors)) judgeAll(question, sheets)
  while (await refuseCheap(question, plan, sheets, executors)) judgeAll(question, sheets)
}

function judgeAll(question: QuestionDefinition, sheets: readonly Sheet[]) {
  for (const sheet of sheets) judgeSheet(question, sheet)
}
