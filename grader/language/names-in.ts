import type { Expression } from './ast.ts'
import { childrenOf } from './children.ts'

/** Every name whose value the expression reads. A called name is not among them: see `callsIn`. */
export function namesIn(expression: Expression): Set<string> {
  const names = new Set<string>()
  const visit = (node: Expression) => {
    if (node.kind === 'name') names.add(node.name)
    childrenOf(node).forEach(visit)
  }
  visit(expression)
  return names
}

/** Every name that stands before brackets: a function, or (in `k(x + 1)`) a value that is multiplied. */
export function callsIn(expression: Expression): Set<string> {
  const names = new Set<string>()
  const visit = (node: Expression) => {
    if (node.kind === 'call') names.add(node.name)
    childrenOf(node).forEach(visit)
  }
  visit(expression)
  return names
}

/** `^T` is a power where a value named T is known: whether the expression has one. */
export function mayReadT(expression: Expression): boolean {
  return (expression.kind === 'transpose' && expression.letter === true) || childrenOf(expression).some(mayReadT)
}
