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
import { type RunResult, rerun } from './rerun.ts'
import { type GradingRow, openSheet, type Sheet } from './sheet.ts'
import { findTwins, likeTwin } from './twins.ts'
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
  const { first, placeOf } = findTwins(question, rows)
  const graded = first.map((row) => openSheet(question, row))
  await byPlan(question, graded, (plan, group) => gradeComputed(question, plan, group, executors))
  const sheets = rows.map((row, k) => likeTwin(row, graded[placeOf[k] as number] as Sheet))
  for (const sheet of sheets) await judgeOpenFields(question, sheet, executors)
  await judgeProperties(question, sheets, executors)
  const execution = executionOf(executors, performance.now() - started)
  return sheets.map((sheet) => {
    const { id, variant } = sheet.row
    const firstWrong = findFirstWrong(question, sheet)
    const slips = fewestSlips(question, sheet)
    const fields = question.answers.flatMap(({ name }) => sheet.gradings.get(name) ?? [])
    const { slug, version, seed } = variant
    const found = slips.length > 0 ? { ...firstWrong, slips } : firstWrong
    return { id, grading: sealed(sheet.row, { slug, version, seed, fields, ...found, execution }) }
  })
}

/** The computed fields of sheets that run the same plan: what is right, what follows, what explains the rest. */
async function gradeComputed(question: QuestionDefinition, plan: Plan, sheets: readonly Sheet[], executors: Executors) {
  const variants = [...new Set(sheets.map(({ row }) => row.variant))]
  const following = followingRuns(question, sheets)
  const runs = [...variants.map((variant) => ({ variant })), ...following.map(({ run }) => run)]
  const results = await rerun(plan, runs, executors)
  certify(question, sheets, new Map(variants.map((variant, k) => [variant, results[k] as RunResult])), executors)
  followThrough(following, results.slice(variants.length))
  judgeAll(question, sheets)
  judgeAll(question, await composeAlternatives(question, sheets, executors))
  judgeAll(question, await composePairs(question, sheets, executors))
  while (await refuseCheap(question, plan, sheets, executors)) judgeAll(question, sheets)
}

function judgeAll(question: QuestionDefinition, sheets: Iterable<Sheet>) {
  for (const sheet of sheets) judgeSheet(question, sheet)
}
