import type { Executors } from '../../grader/backends/executor.ts'
import { executionOf } from '../../grader/marking/execution.ts'
import { type GradingRow, gradeBatch } from '../../grader/marking/grade-submission.ts'
import { versionOf } from '../../grader/question/parse-question.ts'
import { checkReceipt } from '../../grader/receipt/check-receipt.ts'
import { outputsOf } from '../../grader/receipt/outputs.ts'
import { receiptOf } from '../../grader/receipt/receipt.ts'
import type { ReceiptCheck } from '../receipts/receipt-check.ts'
import { type StoredGrading, storedGradings } from '../receipts/stored-gradings.ts'
import { asExecuted } from './corrections/lift.ts'
import { definitionOf } from './load-submissions.ts'

/**
 * What went into a grading. Where a regrade has made other keys for the same version, it is the one the receipt is of; if
 * it is of none of them, the newest.
 */
function rowOf({ gradingId, stored, variant, answers, keys }: StoredGrading): GradingRow | null {
  const rows = keys.map(({ arrangement, key }): GradingRow => {
    return { id: gradingId, variant: { ...variant, arrangement }, key, answers: answers ?? {} }
  })
  const outputs = outputsOf(stored)
  return rows.find((row) => receiptOf(row, outputs).key === stored.receipt?.key) ?? rows.at(-1) ?? null
}

async function check(grading: StoredGrading, executors: Executors): Promise<ReceiptCheck> {
  const { gradingId, source, variant } = grading
  const stored = asExecuted(grading.stored)
  const row = rowOf({ ...grading, stored })
  if (!row) throw new Error(`Grading ${gradingId} has no key any more.`)
  const [again] = await gradeBatch(await definitionOf(grading.questionVersionId), [row], executors)
  if (!again) throw new Error(`Grading ${gradingId} gave nothing.`)
  const { changed, differences } = checkReceipt(row, stored, again.grading)
  const sameVersion = versionOf(source) === variant.version && stored.version === variant.version
  const now = executionOf(executors, 0)
  return {
    gradingId,
    slug: variant.slug,
    version: stored.version,
    seed: stored.seed,
    backend: executors.tfjs.name === 'float64' ? 'float64' : now.backend,
    adapter: now.adapter,
    grader: { graded: stored.execution.grader, now: now.grader },
    outputs: stored.receipt?.outputs ?? null,
    changed: [...(sameVersion ? [] : ['version' as const]), ...changed],
    differences,
    matches: sameVersion && stored.receipt !== undefined && changed.length === 0 && differences.length === 0,
  }
}

/**
 * Runs a grading, or all that count of an attempt, again from what is stored, and says what is not as it was. Nothing is
 * stored. An id that nothing has gives nothing.
 */
export async function runAgain(id: string, executors: Executors): Promise<ReceiptCheck[]> {
  const checks: ReceiptCheck[] = []
  for (const grading of await storedGradings(id)) checks.push(await check(grading, executors))
  return checks
}
