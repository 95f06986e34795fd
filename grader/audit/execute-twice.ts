import { compareRuns } from '../backends/agreement.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { groupByPlan } from './plans.ts'
import { runVariants, valueInRow } from './rows.ts'

/** The second execution (rule 1): on the tfjs backend. Every step must agree with the float64 one within float32 error. */
export async function executeTwice(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  const { definition, library, executors } = context
  const variants = candidates.map(({ variant }) => variant)
  for (const { plan, members } of groupByPlan(definition, variants, library, undefined, [], context.programs).groups) {
    const some = members.map((member) => variants[member]!)
    const [float64, tfjs] = [
      await runVariants(plan, some, executors.float64),
      await runVariants(plan, some, executors.tfjs),
    ]
    const agreement = compareRuns(plan, float64, tfjs)
    for (const [row, member] of members.entries()) {
      const candidate = candidates[member]!
      for (const { name } of plan.steps) {
        const [a, b] = [valueInRow(float64, name, row).data, valueInRow(tfjs, name, row).data]
        candidate.deviation[name] = a.reduce(
          (most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))),
          0,
        )
        if (agreement[name]?.rows[row]) continue
        candidate.rejections.push(reject(context, 'disagree', 'steps', name, `${name} on ${executors.tfjs.name}`))
      }
    }
  }
}
