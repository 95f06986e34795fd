import type { Expression } from '../../language/ast.ts'
import { childrenOf } from '../../language/children.ts'

const most = 10

/** Numbers that a formula compares or clips with, and 0: where formulas that differ at one point may differ. */
export function constantsIn(expressions: readonly Expression[]): number[] {
  const found = new Set<number>([0])
  const visit = (node: Expression) => {
    if (node.kind === 'number' && found.size < most) found.add(Number(node.text))
    if (node.kind === 'negate' && node.operand.kind === 'number' && found.size < most)
      found.add(-Number(node.operand.text))
    childrenOf(node).forEach(visit)
  }
  expressions.forEach(visit)
  return [...found]
}
