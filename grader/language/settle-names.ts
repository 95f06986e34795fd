import type { Expression } from './ast.ts'
import { mapChildren } from './map-children.ts'

/** What is known about names when an expression is given its meaning. */
export interface Scope {
  isValue(name: string): boolean
  isFunction(name: string): boolean
}

/**
 * Settles what the text alone leaves open: `k(x + 1)` is a product where k is a value and no function, `A^T` a power
 * where T is a value, and `sigma(x)` the logistic function where nothing else is called sigma.
 */
export function settleNames(expression: Expression, scope: Scope): Expression {
  const settle = (node: Expression): Expression => {
    switch (node.kind) {
      case 'call':
        return settleCall({ ...node, args: node.args.map(settle) }, scope, null)
      case 'transpose': {
        if (!node.letter || !scope.isValue('T'))
          return settleTail(node, node.operand, (operand) => ({ ...node, operand }))
        const right: Expression = { kind: 'name', name: 'T', span: { start: node.span.end - 1, end: node.span.end } }
        return settleTail(node, node.operand, (left) => ({
          kind: 'binary',
          operator: '^',
          left,
          right,
          span: node.span,
        }))
      }
      case 'binary': {
        const right = settle(node.right)
        if (node.operator !== '^' && node.operator !== '.^') return { ...node, left: settle(node.left), right }
        return settleTail(node, node.left, (left) => ({ ...node, left, right }))
      }
      case 'index': {
        const indices = node.indices.map(settle)
        return settleTail(node, node.target, (target) => ({ ...node, target, indices }))
      }
      default:
        return mapChildren(node, settle)
    }
  }
  /** In `k(x + 1)^2` the power belongs to the bracket, not to the product. */
  const settleTail = (node: Expression, head: Expression, rebuild: (head: Expression) => Expression): Expression => {
    if (head.kind !== 'call' || !isProduct(head, scope) || head.span.end > node.span.end) return rebuild(settle(head))
    return settleCall({ ...head, args: head.args.map(settle) }, scope, rebuild)
  }
  return settle(expression)
}

type Call = Extract<Expression, { kind: 'call' }>

function isProduct(call: Call, scope: Scope): boolean {
  return call.args.length === 1 && scope.isValue(call.name) && !scope.isFunction(call.name)
}

function settleCall(call: Call, scope: Scope, tail: ((head: Expression) => Expression) | null): Expression {
  if (isProduct(call, scope)) {
    const end = call.span.start + call.name.length
    const left: Expression = { kind: 'name', name: call.name, span: { start: call.span.start, end } }
    const [argument] = call.args as [Expression]
    const right = tail ? tail(argument) : argument
    return { kind: 'binary', operator: '*', left, right, implicit: true, span: call.span }
  }
  if (call.name === 'sigma' && !scope.isFunction('sigma')) return { ...call, name: 'sigmoid' }
  return call
}
