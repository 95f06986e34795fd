import { escapeMarkup } from './entities.ts'
import { isElement, type Markup } from './tree.ts'

const empty = new Set(['br', 'hr', 'img'])

/** HTML that is XML as well. Markup already written may stand in it as an element without a name. */
export function printMarkup(nodes: readonly Markup[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return escapeMarkup(node)
      if (node.tag === '') return printRaw(node.children)
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${escapeMarkup(value).replaceAll('\n', '&#10;')}"`)
        .join('')
      if (node.children.length === 0 && empty.has(node.tag)) return `<${node.tag}${attributes}/>`
      return `<${node.tag}${attributes}>${printMarkup(node.children)}</${node.tag}>`
    })
    .join('')
}

const printRaw = (children: readonly Markup[]) => children.filter((child) => !isElement(child)).join('')
