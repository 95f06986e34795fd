import { markdownToMarkup } from './from-markdown.ts'
import { printMarkup } from './print-markup.ts'
import { element, isElement, type Markup, textOf } from './tree.ts'

/** A picture where there are no files: its words. */
const described = (_file: string, alt: string): Markup[] => [`(${alt})`]

/**
 * Markdown of a question file as HTML with formulas between `\(` and `\)`; `answer` says what stands for a field, `image`
 * what for a picture.
 */
export function outgoingHtml(
  markdown: string,
  answer: (name: string) => string = () => '',
  image: (file: string, alt: string) => Markup[] = described,
): string {
  return printMarkup(
    withoutLoneParagraph(
      markdownToMarkup(markdown, {
        math: (tex, display) => [display ? `\\[${tex}\\]` : `\\(${tex}\\)`],
        answer: (name) => [element('', {}, [answer(name)])],
        figure: () => [],
        image,
      }),
    ),
  )
}

/** An option of one paragraph is that text. */
function withoutLoneParagraph(nodes: Markup[]): Markup[] {
  const [only, ...rest] = nodes
  return rest.length === 0 && isElement(only) && only.tag === 'p' ? only.children : nodes
}

/** The same as plain words in one line, for formats that know nothing else. */
export function outgoingText(markdown: string): string {
  const nodes = markdownToMarkup(markdown, {
    math: (tex) => [`\\(${tex.replaceAll(/\s+/g, ' ')}\\)`],
    answer: () => [''],
    figure: () => [],
    image: described,
  })
  return nodes.map(spaced).join(' ').replaceAll(/\s+/g, ' ').trim()
}

function spaced(node: Markup): string {
  if (!isElement(node)) return node
  if (node.tag === 'br') return ' '
  const blocks = ['p', 'li', 'td', 'th', 'tr', 'pre', 'blockquote', 'h3', 'h4']
  const inside = node.children.length > 0 ? node.children.map(spaced).join('') : textOf(node)
  return blocks.includes(node.tag) ? ` ${inside} ` : inside
}

/** Whether a text has more in it than words and formulas. */
export function isPlain(markdown: string): boolean {
  const nodes = markdownToMarkup(markdown, { math: () => [], answer: () => [], figure: () => [element('figure')] })
  return (
    nodes.every(
      (node) => !isElement(node) || (node.tag === 'p' && node.children.every((child) => !isElement(child))),
    ) && nodes.length < 2
  )
}
