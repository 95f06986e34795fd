import type { Field } from '../../grader/answers/field.ts'
import type { PaperNode } from '../../grader/answers/paper.ts'
import type { Shown } from './choose.ts'

/** The options or lines of a field as a student's page holds them, markup of formulas and figures included. */
export function shownOf(field: Field): Shown[] {
  if (field.kind === 'choice') return field.options.map(({ id, nodes }) => ({ id, text: textOf(nodes) }))
  if (field.kind === 'order') return field.lines.map(({ id, nodes }) => ({ id, text: textOf(nodes) }))
  return []
}

function textOf(nodes: readonly PaperNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if ('html' in node) return node.html
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}
