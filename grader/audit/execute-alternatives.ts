import type { BatchRun } from '../backends/executor.ts'
import { partOfPlan } from '../marking/part-of-plan.ts'
import type { Alternative } from '../question/definition.ts'
import { upstreamSteps } from '../question/dependencies.ts'
import { judgedFields } from '../question/fields.ts'
import type { StoredTensor } from '../question/variant.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { groupByPlan } from './plans.ts'
import { runVariants, valueInRow } from './rows.ts'

/** What an alternative leads to in one variant: the fields it changes and their values, or why it cannot be had. */
export type Outcome = { changed: Record<string, StoredTensor> } | { reason: 'shapes' | 'not-finite'; detail: string }

/** Runs an alternative for candidates, in their order. */
export async function outcomesOf(
  context: AuditContext,
  alternative: Alternative,
  candidates: readonly Candidate[],
): Promise<Outcome[]> {
  const { definition, library, executors } = context
  const variants = candidates.map(({ variant }) => variant)
  const fields = fieldsBelow(context, alternative)
  const outcomes: Outcome[] = []
  const { groups, refused } = groupByPlan(definition, variants, library, alternative, [], context.programs)
  for (const { member, problem } of refused) outcomes[member] = { reason: 'shapes', detail: problem.message }
  for (const { plan, members } of groups) {
    const part = partOfPlan(
      plan,
      fields.map(([, step]) => step),
    )
    const some = members.map((member) => variants[member]!)
    const run = await runVariants(part, some, executors.float64)
    for (const [row, member] of members.entries()) {
      outcomes[member] = read(fields, run, row, candidates[member]!)
    }
  }
  return outcomes
}

function read(fields: readonly [string, string][], run: BatchRun, row: number, { expected }: Candidate): Outcome {
  const changed: Record<string, StoredTensor> = {}
  for (const [field, step] of fields) {
    const value = valueInRow(run, step, row)
    if (!value.data.every(Number.isFinite)) return { reason: 'not-finite', detail: step }
    if (differs(value, expected[step])) changed[field] = value
  }
  return { changed }
}

/** Runs every mistake and convention of the author and keeps, per field that it changes, the value it leads to. */
export async function executeAlternatives(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  for (const alternative of context.definition.alternatives) {
    if (alternative.automatic) continue
    const { id } = alternative
    const outcomes = await outcomesOf(context, alternative, candidates)
    for (const [k, candidate] of candidates.entries()) {
      const outcome = outcomes[k]!
      if ('changed' in outcome) candidate.alternatives[id] = outcome.changed
      else candidate.rejections.push(reject(context, outcome.reason, 'alternatives', id, `${id}: ${outcome.detail}`))
    }
  }
}

/** The judged fields whose steps an alternative replaces or whose steps read, directly or not, one that it replaces. */
function fieldsBelow({ definition }: AuditContext, alternative: Alternative): [string, string][] {
  const replaced = new Map(alternative.steps.map((step) => [step.name, step]))
  const program = definition.reference.map((step) => replaced.get(step.name) ?? step)
  return judgedFields(definition)
    .filter(({ step }) => [step, ...upstreamSteps(program, step)].some((name) => replaced.has(name)))
    .map(({ name, step }) => [name, step])
}

/** Equal up to the last digits of float64: an alternative that is the same computation in another order. */
function differs(value: StoredTensor, truth: StoredTensor | undefined): boolean {
  if (!truth || value.shape.join() !== truth.shape.join()) return true
  const scale = Math.max(1, ...truth.data.map(Math.abs))
  return value.data.some((entry, i) => !(Math.abs(entry - (truth.data[i] ?? Number.NaN)) <= 1e-11 * scale))
}
