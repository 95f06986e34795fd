import type { PaperNode } from '../../grader/answers/paper.ts'

/** Whether a field is set anywhere inside a node. */
export function holdsField(node: PaperNode): boolean {
  if (typeof node === 'string' || 'html' in node) return false
  return 'field' in node || node.children.some(holdsField)
}

/** Whether a node has nothing but white space beside it. */
export function standsAlone(siblings: readonly PaperNode[], node: PaperNode): boolean {
  return siblings.every((other) => other === node || (typeof other === 'string' && other.trim() === ''))
}

/** Names of the fields in the order in which they are read. */
export function fieldsIn(nodes: readonly PaperNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || 'html' in node) return []
    return 'field' in node ? [node.field] : fieldsIn(node.children)
  })
}
