import { createElement, type ReactNode } from 'react'
import type { MathNode } from '../../grader/language/print-mathml.ts'

/** Sets a formula as MathML, which browsers draw by themselves. */
export function MathMarkup({ node }: { node: MathNode }): ReactNode {
  return draw(node, 0)
}

function draw(node: MathNode, key: number): ReactNode {
  if ('text' in node) return createElement(node.tag, { key }, node.text)
  return createElement(node.tag, { key, ...node.attributes }, ...node.children.map(draw))
}
