import { type Element, isElement, type Markup } from '../markup/tree.ts'

/** What some systems show to who points at a word stands after that word, in brackets. */
export function withTooltips(node: Element, note: (sentence: string) => void): Element {
  const children = node.children.map((child) => (isElement(child) ? withTooltips(child, note) : child))
  if (node.attributes['data-role'] !== 'tooltip-content') return { ...node, children }
  note('What is shown to who points at a word stands in brackets after it.')
  return { ...node, tag: 'span', children: [' (', ...trimmed(children), ')'] }
}

/** Without the blanks and the paragraphs that would part the brackets from the words. */
function trimmed(children: Markup[]): Markup[] {
  const inside = children.filter((child) => isElement(child) || child.trim() !== '')
  return inside.flatMap((child) =>
    isElement(child) && /^(?:p|div)$/.test(child.tag) ? [...child.children, ' '] : [child],
  )
}
