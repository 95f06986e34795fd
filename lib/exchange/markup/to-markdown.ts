import { escapeLineStart, mathSource } from './escape-markdown.ts'
import { findMath } from './find-math.ts'
import { inlineMarkdown, type Note } from './inline-markdown.ts'
import { listMarkdown, tableMarkdown } from './lists-and-tables.ts'
import { hasPlace, settleMarkers, withoutMarkers } from './markers.ts'
import { preMarkdown } from './pre-markdown.ts'
import { readHtml } from './read-html.ts'
import { isElement, type Markup } from './tree.ts'

const containers = new Set(
  'body html div section article main header footer center fieldset figure figcaption address dl dt dd details summary form rubricblock'.split(
    ' ',
  ),
)
const blocks = new Set([...containers, ...'p h1 h2 h3 h4 h5 h6 ul ol table pre blockquote hr'.split(' ')])
const deepest = 40

export const isBlock = (node: Markup) => isElement(node) && blocks.has(node.tag)

/** HTML or XHTML as Markdown of question files. What it cannot say is left out, and told. */
export function markupToMarkdown(nodes: readonly Markup[], note: Note = () => {}): string {
  return settleMarkers(blocksOf(nodes, note, 0).join('\n\n'))
}

export function htmlToMarkdown(html: string, note?: Note): string {
  return markupToMarkdown(readHtml(html).children, note)
}

/** The same for a text whose markers are not ours. */
export const foreignHtml = (html: string, note?: Note) => htmlToMarkdown(withoutMarkers(html), note)

/** Blocks as they stand below each other; running text between them is a paragraph. */
export function blocksOf(nodes: readonly Markup[], note: Note, depth: number): string[] {
  const made: string[] = []
  let run: Markup[] = []
  const endRun = () => {
    const shown = displayed(run)
    const text = shown ?? paragraph(inlineMarkdown(run, note))
    if (text !== '') made.push(text)
    run = []
  }
  for (const node of nodes) {
    if (isElement(node) && (isBlock(node) || (holdsBlock(node) && depth < deepest))) {
      endRun()
      made.push(...blockMarkdown(node, note, depth))
    } else run.push(node)
  }
  endRun()
  return made
}

/** A span or link around paragraphs counts for nothing. */
const holdsBlock = (node: Markup): boolean =>
  isElement(node) && !['math', 'select', 'svg', 'object'].includes(node.tag) && node.children.some(isBlock)

function blockMarkdown(node: Exclude<Markup, string>, note: Note, depth: number): string[] {
  const { tag, children } = node
  if (depth >= deepest) {
    const text = paragraph(inlineMarkdown(children, note))
    return text === '' ? [] : [text]
  }
  const heading = /^h([1-6])$/.exec(tag)?.[1]
  if (heading) {
    const text = paragraph(inlineMarkdown(children, note)).replaceAll('\\\n', ' ')
    return text === '' ? [] : [`${Number(heading) <= 3 ? '###' : '####'} ${text.replace(/#+$/, '\\$&')}`]
  }
  switch (tag) {
    case 'ul':
    case 'ol':
      return listMarkdown(node, (inner) => blocksOf(inner, note, depth + 1))
    case 'table':
      return tableMarkdown(node, note)
    case 'pre':
      return preMarkdown(node)
    case 'blockquote': {
      const text = blocksOf(children, note, depth + 1).join('\n\n')
      return text === '' ? [] : [text.replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')]
    }
    case 'hr':
      return ['***']
    default:
      return blocksOf(children, note, depth + 1)
  }
}

/** A formula that stands by itself. */
function displayed(run: readonly Markup[]): string | null {
  if (!run.every((node) => typeof node === 'string')) return null
  const [only, ...rest] = findMath(run.join('').trim())
  if (rest.length > 0 || typeof only !== 'object' || !only.display || hasPlace(only.tex)) return null
  return mathSource(only.tex, true)
}

/** A paragraph: no spaces at its edges, no line that begins something else. */
export function paragraph(text: string): string {
  const lines = text
    .replace(/^(?:\s|\\\n)+|(?:\\\n|\s)+$/g, '')
    .split('\n')
    .map((line) => line.trim())
  return lines
    .map(escapeLineStart)
    .join('\n')
    .replace(/(?:\\\n)+(?=\\\n)/g, '')
}
