import type { Expression } from '../../language/ast.ts'
import { mapChildren } from '../../language/map-children.ts'
import { canonicalName } from '../../language/names.ts'
import { namesIn } from '../../language/names-in.ts'

/** Two expressions and whether they must agree or must not. */
export interface Claim {
  left: Expression
  right: Expression
  agree: boolean
}

/** The value a formula gives and the name it defines: `y = 2x + 1` defines y. */
export function definition(formula: Expression, target: string | null): { value: Expression; target: string | null } {
  const given = target === null ? null : (canonicalName(target) ?? target)
  if (formula.kind !== 'compare' || formula.operator !== '=') return { value: formula, target: given }
  for (const [side, other] of [
    [formula.left, formula.right],
    [formula.right, formula.left],
  ] as const) {
    if (side.kind !== 'name' || namesIn(other).has(side.name)) continue
    if (given === null || side.name === given) return { value: other, target: side.name }
  }
  return { value: formula, target: given }
}

/**
 * What must be shown for an answer to be right. An answer `target = …` is its right side. Any other equation must
 * hold when the target is what the reference says, and must fail when it is not.
 */
export function claims(reference: Expression, answer: Expression, target: string | null): Claim[] {
  const wanted = definition(reference, target)
  const isEquation = answer.kind === 'compare' && answer.operator === '='
  if (!isEquation || (reference === wanted.value && reference.kind === 'compare')) {
    return [{ left: wanted.value, right: answer, agree: true }]
  }
  const given = definition(answer, wanted.target)
  if (given.value !== answer) return [{ left: wanted.value, right: given.value, agree: true }]
  if (wanted.target === null || !namesIn(answer).has(wanted.target))
    return [{ left: wanted.value, right: answer, agree: true }]
  const put = (side: Expression, value: Expression) => substitute(side, wanted.target as string, value)
  const shifted: Expression = {
    kind: 'binary',
    operator: '+',
    left: wanted.value,
    right: { kind: 'number', text: '0.625', span: answer.span },
    span: answer.span,
  }
  return [
    { left: put(answer.left, wanted.value), right: put(answer.right, wanted.value), agree: true },
    { left: put(answer.left, shifted), right: put(answer.right, shifted), agree: false },
  ]
}

/** Puts an expression in the place of a name. */
export function substitute(node: Expression, name: string, value: Expression): Expression {
  if (node.kind === 'name') return node.name === name ? value : node
  return mapChildren(node, (child) => substitute(child, name, value))
}
