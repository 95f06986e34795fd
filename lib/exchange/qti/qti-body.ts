import katex from 'katex'
import type { Item, ItemField } from '../item/item.ts'
import { markdownToMarkup } from '../markup/from-markdown.ts'
import { printMarkup } from '../markup/print-markup.ts'
import { type Element, element, isElement, type Markup } from '../markup/tree.ts'
import { interactionOf, isInline } from './qti-interaction.ts'

const raw = (xml: string) => element('', {}, [xml])

/** A formula as MathML with its source; where it is none, its source as code. */
function math(tex: string, display: boolean): Markup[] {
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 1000,
      maxSize: 20,
    })
    const found = /<math[\s\S]*<\/math>/.exec(html)?.[0]
    if (found && tex.length <= 2000) return [raw(found.replaceAll('&nbsp;', '\u00a0'))]
  } catch {
    // not LaTeX: shown as it is
  }
  return [element('code', {}, [tex])]
}

const figure = () => []
/** From the folder of the items to that of the pictures. */
const image = (file: string, alt: string) => [element('img', { src: `../images/${file}`, alt })]

/** Markdown as XHTML inside an option or feedback. */
export function qtiHtml(markdown: string): string {
  const nodes = markdownToMarkup(markdown, { math, answer: () => [], figure, image })
  const [only, ...rest] = nodes
  return printMarkup((rest.length === 0 && isElement(only) && only.tag === 'p' ? only.children : nodes).map(known))
}

/** The body of an item with its interactions where the fields stand. */
export function qtiBody({ body, fields }: Item): string {
  const answer = (name: string): Markup[] => {
    const field = fields.find((one) => one.name === name)
    if (!field) return []
    return [element(blockMark(field), {}, [interactionOf(field, qtiHtml)])]
  }
  return printMarkup(markdownToMarkup(body, { math, answer, figure, image }).flatMap(split).map(known).map(unwrapped))
}

const inBlock = ':block'
const inLine = ':line'
const blockMark = (field: ItemField) => (isInline(field) ? inLine : inBlock)

/** A paragraph cannot hold an interaction of several lines: it ends before it and goes on after it. */
function split(node: Markup): Markup[] {
  if (!isElement(node)) return [node]
  const children = node.children.flatMap(split)
  if (!['p', 'h3', 'h4', 'em', 'strong', 'del'].includes(node.tag) || !children.some(isBlock))
    return [{ ...node, children }]
  const parts: Markup[] = []
  let run: Markup[] = []
  const end = () => {
    if (run.some((one) => isElement(one) || one.trim() !== '')) parts.push({ ...node, children: run })
    run = []
  }
  for (const child of children) {
    if (isBlock(child)) {
      end()
      parts.push(child)
    } else run.push(child)
  }
  end()
  return parts
}

const isBlock = (node: Markup) => isElement(node) && node.tag === inBlock

/** What QTI's XHTML does not know, under a name that it does. */
function known(node: Markup): Markup {
  if (!isElement(node)) return node
  const made: Element = { ...node, children: node.children.map(known) }
  if (node.tag === 'del') return { ...made, tag: 'span', attributes: { class: 'del' } }
  return made
}

const unwrapped = (node: Markup): Markup => {
  if (!isElement(node)) return node
  const [first] = node.children
  if (node.tag === inBlock || node.tag === inLine) return raw(typeof first === 'string' ? first : '')
  return { ...node, children: node.children.map(unwrapped) }
}
