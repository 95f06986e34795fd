import type { Expression } from '../ast.ts'

/** A tree with every bracket written out and no spans: `(a + (b c))`. For comparing trees in tests. */
export function outline(node: Expression): string {
  const all = (nodes: readonly Expression[]) => nodes.map(outline).join(', ')
  switch (node.kind) {
    case 'number':
      return node.text
    case 'name':
      return node.name
    case 'call':
      return `${node.name}(${all(node.args)})`
    case 'negate':
      return `(-${outline(node.operand)})`
    case 'transpose':
      return `${outline(node.operand)}.T`
    case 'binary':
      return `(${outline(node.left)} ${node.implicit ? '' : `${node.operator} `}${outline(node.right)})`
    case 'bracket':
      return `[${node.rows.map(all).join('; ')}]`
    case 'index':
      return `${outline(node.target)}[${all(node.indices)}]`
    case 'cases': {
      const arms = node.arms.map(({ value, when }) => `${outline(value)} if ${outline(when)}`)
      return `cases(${[...arms, node.otherwise ? outline(node.otherwise) : 'nothing'].join(', ')})`
    }
    case 'compare':
      return `(${outline(node.left)} ${node.operator} ${outline(node.right)})`
    case 'logic':
      return `${node.operator}(${all(node.operands)})`
  }
}
