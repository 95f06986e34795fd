import type { Expression } from './ast.ts'

/** The direct parts of a node, from left to right. */
export function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return []
    case 'call':
      return expression.args
    case 'negate':
    case 'transpose':
      return [expression.operand]
    case 'binary':
    case 'compare':
      return [expression.left, expression.right]
    case 'bracket':
      return expression.rows.flat()
    case 'index':
      return [expression.target, ...expression.indices]
    case 'cases':
      return [
        ...expression.arms.flatMap(({ value, when }) => [value, when]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ]
    case 'logic':
      return expression.operands
  }
}
