import type { Alternative } from '../question/definition.ts'
import { stepReads, upstreamSteps } from '../question/dependencies.ts'
import { judgedFields } from '../question/fields.ts'
import type { StoredTensor } from '../question/variant.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { groupByPlan } from './plans.ts'
import { runVariants, valueInRow } from './rows.ts'

/** Runs every mistake and convention and keeps, per field that it changes, the value it leads to. */
export async function executeAlternatives(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  for (const alternative of context.definition.alternatives) await execute(context, alternative, candidates)
}

async function execute(
  context: AuditContext,
  alternative: Alternative,
  candidates: readonly Candidate[],
): Promise<void> {
  const { definition, library, executors } = context
  const variants = candidates.map(({ variant }) => variant)
  const fields = fieldsBelow(context, alternative)
  const refuse = (candidate: Candidate | undefined, reason: 'shapes' | 'not-finite', detail: string) =>
    candidate?.rejections.push(reject(context, reason, 'alternatives', alternative.id, `${alternative.id}: ${detail}`))
  const { groups, refused } = groupByPlan(definition, variants, library, alternative)
  for (const { member, problem } of refused) refuse(candidates[member], 'shapes', problem.message)
  for (const { plan, members } of groups) {
    const run = await runVariants(
      plan,
      members.map((member) => variants[member]!),
      executors.float64,
    )
    for (const [row, member] of members.entries()) {
      const candidate = candidates[member]!
      const changed: Record<string, StoredTensor> = {}
      for (const [field, step] of fields) {
        const value = valueInRow(run, step, row)
        if (!value.data.every(Number.isFinite)) refuse(candidate, 'not-finite', step)
        else if (differs(value, candidate.expected[step])) changed[field] = value
      }
      candidate.alternatives[alternative.id] = changed
    }
  }
}

/** The judged fields whose steps an alternative replaces or whose steps read, directly or not, one that it replaces. */
function fieldsBelow({ definition }: AuditContext, alternative: Alternative): [string, string][] {
  const replaced = new Map(alternative.steps.map((step) => [step.name, step]))
  const program = definition.reference.map((step) => replaced.get(step.name) ?? step)
  const reads = stepReads(program)
  return judgedFields(definition)
    .filter(({ step }) => [step, ...upstreamSteps(program, step, reads)].some((name) => replaced.has(name)))
    .map(({ name, step }) => [name, step])
}

/** Equal up to the last digits of float64: an alternative that is the same computation in another order. */
function differs(value: StoredTensor, truth: StoredTensor | undefined): boolean {
  if (!truth || value.shape.join() !== truth.shape.join()) return true
  const scale = Math.max(1, ...truth.data.map(Math.abs))
  return value.data.some((entry, i) => !(Math.abs(entry - (truth.data[i] ?? Number.NaN)) <= 1e-11 * scale))
}
