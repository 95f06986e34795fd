import { BackendLost } from '../backends/unavailable.ts'
import type { Plan } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { breakAll } from './certify.ts'
import { judgeSheet } from './judge-sheet.ts'
import { planFor } from './programs.ts'
import { openSheet, type Sheet } from './sheet.ts'

type Work = (plan: Plan, sheets: readonly Sheet[]) => Promise<void>

/**
 * Does the work once for all sheets that run the same plan. Where it throws, it is done again sheet by sheet, so that
 * only the one that makes it fail is broken; so is one whose reference does not compile.
 */
export async function byPlan(question: QuestionDefinition, sheets: readonly Sheet[], work: Work): Promise<void> {
  const groups = new Map<Plan, Sheet[]>()
  for (const sheet of sheets) {
    if (sheet.findings.size === 0) continue
    const program = planFor(question, sheet.row.variant)
    if (!program.ok) giveUp(question, sheet, `The reference does not compile: ${program.message}`)
    else if (groups.get(program.plan)?.push(sheet) === undefined) groups.set(program.plan, [sheet])
  }
  for (const [plan, group] of groups) await workOrBreak(question, plan, group, work)
}

async function workOrBreak(question: QuestionDefinition, plan: Plan, sheets: readonly Sheet[], work: Work) {
  try {
    await work(plan, sheets)
  } catch (error) {
    // not the fault of a sheet: all of it is graded again
    if (error instanceof BackendLost) throw error
    for (const sheet of sheets) {
      sheet.findings = openSheet(question, sheet.row).findings
      if (sheets.length > 1) await workOrBreak(question, plan, [sheet], work)
      else
        giveUp(
          question,
          sheet,
          `The reference could not be executed: ${error instanceof Error ? error.message : error}`,
        )
    }
  }
}

function giveUp(question: QuestionDefinition, sheet: Sheet, reason: string): void {
  breakAll([sheet], reason)
  judgeSheet(question, sheet)
}
