import type { Plan } from '../language/plan.ts'
import { prune } from '../language/prune.ts'

const parts = new WeakMap<Plan, Map<string, Plan>>()

/**
 * The part of a plan that the named steps need: those steps, the steps they follow from, and the instructions of these,
 * so that each comes out as it does in the whole plan. Asked again, it is the same Plan object.
 */
export function partOfPlan(plan: Plan, steps: readonly string[]): Plan {
  const wanted = withSources(plan, steps)
  const key = JSON.stringify([...wanted].sort())
  const known = parts.get(plan) ?? new Map<string, Plan>()
  parts.set(plan, known)
  const found = known.get(key)
  if (found) return found
  const kept = prune(
    plan.instructions,
    plan.steps.filter(({ name }) => wanted.has(name)),
  )
  const read = new Set(kept.instructions.flatMap((each) => (each.kind === 'parameter' ? [each.name] : [])))
  const part = { ...plan, ...kept, parameters: plan.parameters.filter(({ name }) => read.has(name)) }
  known.set(key, part)
  return part
}

/** The steps and all that they follow from. A step reads earlier ones only, so one look from the last to the first does. */
function withSources(plan: Plan, steps: readonly string[]): Set<string> {
  const wanted = new Set(steps)
  for (const { name, reads } of plan.steps.toReversed()) {
    if (wanted.has(name)) for (const source of reads) wanted.add(source)
  }
  return new Set(plan.steps.flatMap(({ name }) => (wanted.has(name) ? [name] : [])))
}
