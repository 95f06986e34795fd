import type { Comparison, Expression } from '../../language/ast.ts'
import { binary, isNumber, number, type Slip, type SlipRule } from './slip.ts'

const boundary: Partial<Record<Comparison, Comparison>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** A whole number that is counted is one too many or one too few; a boundary belongs to the wrong side. */
export const slipsOfCounts: SlipRule = (node, typeOf, outermost) => {
  if (node.kind === 'compare') {
    const operator = boundary[node.operator]
    const says = 'put the boundary itself on the wrong side of the condition.'
    return operator ? [{ kind: 'count', node: { ...node, operator }, says }] : []
  }
  const type = typeOf(node)
  if (!outermost || !isCounted(node) || !type?.integer || type.shape.length > 0) return []
  const off = (operator: '+' | '-'): Slip => {
    const says = `counted one too ${operator === '+' ? 'many' : 'few'}.`
    return { kind: 'count', node: binary(operator, node, number(1)), says }
  }
  return [off('-'), off('+')]
}

/** Sums and rounded quotients are counted; products and powers are not wrong by one. */
function isCounted(node: Expression): boolean {
  if (node.kind === 'call') return node.name === 'floor' || node.name === 'ceil'
  if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return false
  return isNumber(node.left) || isNumber(node.right) || isCounted(node.left)
}
