import type { BatchRun } from '../backends/executor.ts'
import type { Plan } from '../language/plan.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { equalOptions } from './options.ts'
import { groupByPlan } from './plans.ts'
import type { Rejection } from './rejection.ts'
import { runVariants, valueInRow } from './rows.ts'

/**
 * The float64 execution of the reference, the constraints and what the options print: fills in what is expected and
 * rejects what is not finite, not exact, against a constraint, or has two options that read the same.
 */
export async function executeReference(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  const { definition, library, executors, options } = context
  const variants = candidates.map(({ variant }) => variant)
  const extra = [...definition.where, ...options.steps]
  const { groups, refused } = groupByPlan(definition, variants, library, undefined, extra, context.programs)
  for (const { member, step, problem } of refused) {
    candidates[member]?.rejections.push(reject(context, 'shapes', 'steps', step, `${step}: ${problem.message}`))
  }
  for (const { plan, members } of groups) {
    const run = await runVariants(
      plan,
      members.map((member) => variants[member]!),
      executors.float64,
    )
    for (const [row, member] of members.entries()) {
      const candidate = candidates[member]!
      for (const { name } of definition.reference) candidate.expected[name] = valueInRow(run, name, row)
      candidate.rejections.push(...findings(context, plan, run, row, candidate))
    }
  }
}

function findings(context: AuditContext, plan: Plan, run: BatchRun, row: number, candidate: Candidate): Rejection[] {
  const { definition, options } = context
  const found: Rejection[] = []
  for (const { name, type } of plan.steps) {
    const value = candidate.expected[name]
    if (!value) continue
    if (!value.data.every(Number.isFinite)) found.push(reject(context, 'not-finite', 'steps', name, name))
    else if (type.integer && !value.data.every(Number.isSafeInteger)) {
      found.push(reject(context, 'too-large', 'steps', name, name))
    }
  }
  for (const [k, { name, source }] of definition.where.entries()) {
    // NaN is not true either.
    const holds = valueInRow(run, name, row).data.every((value) => Math.abs(value) > 0)
    if (!holds) found.push(reject(context, 'constraint', 'where', k, source))
  }
  for (const field of equalOptions(options.options, (step) => valueInRow(run, step, row), definition.decimals)) {
    found.push(reject(context, 'options', 'fields', field, field))
  }
  return found
}
