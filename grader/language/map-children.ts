import type { Expression } from './ast.ts'

/** A node with its direct parts replaced. */
export function mapChildren(node: Expression, change: (child: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'number':
    case 'name':
      return node
    case 'call':
      return { ...node, args: node.args.map(change) }
    case 'negate':
    case 'transpose':
      return { ...node, operand: change(node.operand) }
    case 'binary':
    case 'compare':
      return { ...node, left: change(node.left), right: change(node.right) }
    case 'bracket':
      return { ...node, rows: node.rows.map((row) => row.map(change)) }
    case 'index':
      return { ...node, target: change(node.target), indices: node.indices.map(change) }
    case 'cases':
      return {
        ...node,
        arms: node.arms.map(({ value, when }) => ({ value: change(value), when: change(when) })),
        otherwise: node.otherwise && change(node.otherwise),
      }
    case 'logic':
      return { ...node, operands: node.operands.map(change) }
  }
}
