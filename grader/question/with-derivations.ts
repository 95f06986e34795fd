import { derivation } from '../language/gradient/derivation.ts'
import type { Plan } from '../language/plan.ts'
import type { NamedExpression } from './definition.ts'

/** Gradients with what they come down to, where that is the same for every variant. */
export function withDerivations(reference: NamedExpression[], plan: Plan): NamedExpression[] {
  if (plan.staticNames.length > 0) return reference
  return reference.map((step) => {
    const { expression } = step
    const derived = expression.kind === 'call' && expression.name === 'gradient' ? derivation(plan, step.name) : null
    return derived ? { ...step, derived } : step
  })
}
