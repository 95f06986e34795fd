import type { Nodes } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { PaperNode, PaperTag } from '../../../grader/answers/paper.ts'
import { kept } from './kept.ts'
import { renderMath } from './math.ts'

/** What `:answer[name]` and `:figure[name]` become; null refuses the name. */
export type DirectiveRenderer = (directive: string, name: string) => PaperNode | null

const authors = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective)
// students' text knows no directives: a colon is a colon
const students = unified().use(remarkParse).use(remarkGfm).use(remarkMath)

// the texts of a question come again with every variant of it
const authored = kept((markdown) => authors.parse(markdown))

type Directive = Extract<Nodes, { type: 'textDirective' | 'leafDirective' }>

const plain: Partial<Record<Nodes['type'], PaperTag>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  break: 'br',
  thematicBreak: 'hr',
  tableRow: 'tr',
}

/** A question's text, as its author wrote it. Raw HTML is dropped: authors write Markdown. */
export function renderAuthorMarkdown(markdown: string, directive: DirectiveRenderer = () => null): PaperNode[] {
  return convert(authored(markdown), { directive, trusted: true })
}

/** A student's text: hostile until proven otherwise, so no HTML, no images, no directives, bounded math. */
export function renderStudentMarkdown(markdown: string): PaperNode[] {
  if (deepNesting.test(markdown) || openBrackets.test(markdown)) return [{ tag: 'pre', children: [markdown] }]
  return convert(students.parse(markdown), { directive: () => null, trusted: false })
}

// the parser's time grows with the square of the nesting of quotes and lists, so that much of it is shown as it stands
const deepNesting = /^(?:\s*(?:>|[-*+]\s|\d+[.)]\s)){20}/m
// and with the square of brackets in brackets, and of those that never close
const openBrackets = /(?:\[[^[\]]*){50}|(?:\]\([^()\]]*){50}/
const deepest = 60

interface Context {
  directive: DirectiveRenderer
  trusted: boolean
  depth?: number
}

function convert(node: Nodes, context: Context): PaperNode[] {
  const depth = (context.depth ?? 0) + 1
  const children = (): PaperNode[] =>
    'children' in node && depth < deepest
      ? node.children.flatMap((child: Nodes) => convert(child, { ...context, depth }))
      : []
  const tag = plain[node.type]
  if (tag) return [flow(tag, children())]
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'inlineMath':
      return [renderMath(node.value, context)]
    case 'math':
      return [renderMath(node.value, { ...context, display: true })]
    case 'inlineCode':
      return [{ tag: 'code', children: [node.value] }]
    case 'code':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [node.value] }] }]
    case 'heading':
      return [{ tag: node.depth <= 3 ? 'h3' : 'h4', children: children() }]
    case 'list':
      return [{ tag: node.ordered ? 'ol' : 'ul', children: children() }]
    case 'link':
      return [safeLink(node.url, children())]
    case 'image':
      return node.alt ? [node.alt] : []
    case 'table':
      return [table(node, context)]
    case 'html':
      return context.trusted ? [] : [node.value]
    case 'textDirective':
    case 'leafDirective':
      return directive(node, context, children)
    default:
      return children()
  }
}

/** A paragraph cannot hold a figure: HTML would end it there. */
function flow(tag: PaperTag, children: PaperNode[]): PaperNode {
  const holdsFigure = children.some((child) => typeof child === 'object' && 'tag' in child && child.tag === 'figure')
  return { tag: tag === 'p' && holdsFigure ? 'div' : tag, children }
}

function directive(node: Directive, context: Context, children: () => PaperNode[]): PaperNode[] {
  const label = node.children.map((child) => ('value' in child ? String(child.value) : '')).join('')
  const made = context.directive(node.name, label)
  if (made) return [made]
  // `16:9` or `note:this` in an author's sentence is not a directive
  const written = children()
  return [`:${node.name}`, ...(written.length > 0 ? ['[', ...written, ']'] : [])]
}

function safeLink(url: string, children: PaperNode[]): PaperNode {
  const safe = /^(https?:|mailto:)/i.test(url)
  return safe ? { tag: 'a', href: url, children } : { tag: 'span', children }
}

function table(node: Extract<Nodes, { type: 'table' }>, context: Context): PaperNode {
  const row = (cells: (typeof node.children)[number], tag: 'th' | 'td'): PaperNode => ({
    tag: 'tr',
    children: cells.children.map((cell) => ({
      tag,
      children: cell.children.flatMap((child) => convert(child, context)),
    })),
  })
  const [head, ...body] = node.children
  return {
    tag: 'table',
    children: [
      ...(head ? [{ tag: 'thead' as const, children: [row(head, 'th')] }] : []),
      { tag: 'tbody', children: body.map((line) => row(line, 'td')) },
    ],
  }
}
