import type { Nodes } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Element, element, type Markup } from './tree.ts'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective)
const deepest = 60

/** What the format that is written makes of a formula, of the place of a field, and of a figure. */
export interface Going {
  math(tex: string, display: boolean): Markup[]
  answer(name: string): Markup[]
  figure(name: string): Markup[]
  /** a picture of Markdown itself, which question files have none of; absent: its words */
  image?(source: string, alt: string): Markup[]
}

const plain: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  break: 'br',
  thematicBreak: 'hr',
  inlineCode: 'code',
}

/** The Markdown of a question file as HTML. Raw HTML in it is dropped, as everywhere in the house. */
export function markdownToMarkup(text: string, going: Going): Markup[] {
  return convert(markdown.parse(text), going, 0)
}

function convert(node: Nodes, going: Going, depth: number): Markup[] {
  const children = (): Markup[] =>
    'children' in node && depth < deepest
      ? node.children.flatMap((child: Nodes) => convert(child, going, depth + 1))
      : []
  const tag = plain[node.type]
  if (tag) return [element(tag, {}, 'value' in node ? [String(node.value)] : children())]
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'inlineMath':
    case 'math':
      return going.math(node.value, node.type === 'math')
    case 'code':
      return [element('pre', {}, [node.value])]
    case 'heading':
      return [element(node.depth <= 3 ? 'h3' : 'h4', {}, children())]
    case 'list':
      return [
        element(
          node.ordered ? 'ol' : 'ul',
          node.ordered && node.start !== 1 ? { start: `${node.start}` } : {},
          children(),
        ),
      ]
    case 'link':
      return /^(?:https?:|mailto:)/i.test(node.url) ? [element('a', { href: node.url }, children())] : children()
    case 'image':
      return going.image ? going.image(node.url, node.alt ?? '') : node.alt ? [node.alt] : []
    case 'table':
      return [tableOf(node, going, depth)]
    case 'html':
    case 'definition':
      return []
    case 'textDirective':
    case 'leafDirective':
      return directive(node, going, children)
    default:
      return children()
  }
}

function directive(
  node: Extract<Nodes, { type: 'textDirective' | 'leafDirective' }>,
  going: Going,
  children: () => Markup[],
): Markup[] {
  const label = node.children
    .map((child) => ('value' in child ? String(child.value) : ''))
    .join('')
    .trim()
  if (node.name === 'answer') return going.answer(label)
  if (node.name === 'figure') return going.figure(label)
  const written = children()
  return [`:${node.name}`, ...(written.length > 0 ? ['[', ...written, ']'] : [])]
}

function tableOf(table: Extract<Nodes, { type: 'table' }>, going: Going, depth: number): Element {
  const row = (cells: (typeof table.children)[number], tag: string): Element =>
    element(
      'tr',
      {},
      cells.children.map((cell) =>
        element(
          tag,
          {},
          cell.children.flatMap((child) => convert(child, going, depth + 1)),
        ),
      ),
    )
  const [head, ...body] = table.children
  return element('table', {}, [
    ...(head ? [element('thead', {}, [row(head, 'th')])] : []),
    element(
      'tbody',
      {},
      body.map((line) => row(line, 'td')),
    ),
  ])
}
