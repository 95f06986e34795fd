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
      if ('html' in node) return /<math[\s>]/.test(node.html) ? spoken(node.html) : node.html
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}

/** What a screen reader reads of a formula: the letters and signs of its MathML, without spaces. */
function spoken(html: string): string {
  return [...html.matchAll(/<math[\s>][\s\S]*?<\/math>/g)]
    .map(([math]) => math.replace(/<[^>]*>/g, '').replace(/\s/g, ''))
    .join(' ')
}
