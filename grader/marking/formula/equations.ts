import type { Expression } from '../../language/ast.ts'
import { canonicalName } from '../../language/names.ts'
import { namesIn } from '../../language/names-in.ts'

export type Equation = Extract<Expression, { kind: 'compare' }>

export function isEquation(formula: Expression): formula is Equation {
  return formula.kind === 'compare' && formula.operator === '='
}

/** The value a formula gives and the name it defines: `y = 2x + 1` defines y. */
export function definition(formula: Expression, target: string | null): { value: Expression; target: string | null } {
  const given = target === null ? null : (canonicalName(target) ?? target)
  if (!isEquation(formula)) return { value: formula, target: given }
  for (const [side, other] of [
    [formula.left, formula.right],
    [formula.right, formula.left],
  ] as const) {
    if (side.kind !== 'name' || namesIn(other).has(side.name)) continue
    if (given === null || side.name === given) return { value: other, target: side.name }
  }
  return { value: formula, target: given }
}
