import type { Executors } from '../backends/executor.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import type { Variant } from '../question/variant.ts'
import type { RunResult } from './rerun.ts'
import type { Sheet } from './sheet.ts'

/**
 * Compares the reference, executed again for every variant of the batch, with the key of every sheet. A field whose executions disagree, or that does
 * not come out as its key says, is broken: held and reported, never scored.
 */
export function certify(
  question: QuestionDefinition,
  sheets: readonly Sheet[],
  results: ReadonlyMap<Variant, RunResult>,
  executors: Executors,
): void {
  for (const sheet of sheets) {
    const result = results.get(sheet.row.variant)
    for (const { name, step } of judgedFields(question)) {
      const findings = sheet.findings.get(name)
      const value = result?.value(step)
      if (!findings || findings.broken !== null) continue
      if (!value || !result?.certain(step)) {
        findings.broken = `The two executions of ${step} do not agree (${executors.tfjs.name} and float64).`
      } else if (!same(value, findings.truth.data)) {
        findings.broken = `Executed again, ${step} is not what the key of this variant says.`
      }
    }
  }
}

/** Marks every computed field of the sheets broken: the reference could not be executed at all. */
export function breakAll(sheets: readonly Sheet[], reason: string) {
  for (const { findings } of sheets) for (const each of findings.values()) each.broken ??= reason
}

/** The same up to the last digits, in which exp and tanh may differ from one machine to another. */
function same(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length &&
    a.every((value, k) => Math.abs(value - (b[k] ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(value)))
  )
}
