import { codeSource, escapeMarkdown, mathSource } from './escape-markdown.ts'
import { findMath } from './find-math.ts'
import { aroundMarkers, hasPlace } from './markers.ts'
import { mathmlToLatex } from './mathml.ts'
import { type Element, isElement, type Markup, textOf } from './tree.ts'

/** What is told of a text that was not carried as it was. */
export type Note = (sentence: string) => void

const dropped = new Set(
  'script style iframe object embed video audio canvas svg form input button select textarea link meta template'.split(
    ' ',
  ),
)
const deepest = 40

/** Running text. Line ends stand only where the line was broken (`\` before them). */
export function inlineMarkdown(nodes: readonly Markup[], note: Note, depth = 0): string {
  let written = ''
  const parts = joined(nodes)
  for (const [k, node] of parts.entries()) {
    if (!isElement(node)) written += textMarkdown(node)
    else written += elementMarkdown(node, note, depth, { before: written, after: parts[k + 1] })
  }
  return written
}

/** Texts next to each other are one: math may begin in one and end in the next. */
function joined(nodes: readonly Markup[]): Markup[] {
  const made: Markup[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    if (typeof node === 'string' && typeof last === 'string') made[made.length - 1] = last + node
    else made.push(node)
  }
  return made
}

function textMarkdown(text: string): string {
  return findMath(text)
    .map((piece) => {
      const formula = typeof piece === 'string' ? null : piece.tex
      if (formula !== null && !hasPlace(formula)) return mathSource(formula)
      const plain = typeof piece === 'string' ? piece : piece.tex
      return aroundMarkers(plain.replaceAll(/[\s\u00a0]+/g, ' '), escapeMarkdown)
    })
    .join('')
}

interface Beside {
  before: string
  after: Markup | undefined
}

function elementMarkdown(node: Element, note: Note, depth: number, beside: Beside): string {
  const { tag, attributes, children } = node
  const inside = () => (depth < deepest ? inlineMarkdown(children, note, depth + 1) : textMarkdown(textOf(node)))
  if (dropped.has(tag)) {
    note(`${/^[aeio]/.test(tag) ? 'An' : 'A'} ${tag} was left out.`)
    return ''
  }
  switch (tag) {
    case 'b':
    case 'strong':
      return emphasis(inside(), '**', beside)
    case 'i':
    case 'em':
    case 'cite':
    case 'var':
      return emphasis(inside(), '*', beside)
    case 'del':
    case 's':
    case 'strike':
      return emphasis(inside(), '~~', beside)
    case 'code':
    case 'tt':
    case 'kbd':
    case 'samp':
      return hasPlace(textOf(node)) ? inside() : codeSource(textOf(node))
    case 'br':
      return '\\\n'
    case 'sub':
    case 'sup':
      return script(node, inside)
    case 'a':
      return link(attributes.href ?? '', inside())
    case 'img':
      note(`A picture was not carried${attributes.alt ? ` (${attributes.alt.slice(0, 100)})` : ''}; upload it again.`)
      return attributes.alt ? escapeMarkdown(`[${attributes.alt}]`) : ''
    case 'math': {
      const latex = mathmlToLatex(node)
      if (latex === null) note('A formula in MathML was not understood: its text stands in its place.')
      return latex === null ? textMarkdown(textOf(node)) : mathSource(latex)
    }
    case 'q':
      return `“${inside()}”`
    case 'annotation':
      return ''
    case 'span':
      return attributes.class === 'del' ? emphasis(inside(), '~~', beside) : inside()
    default:
      return inside()
  }
}

/** Emphasis only where Markdown would read it as that; spaces go outside. */
function emphasis(text: string, mark: string, { before, after }: Beside): string {
  const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  const next = typeof after === 'string' ? (after[0] ?? ' ') : after && after.tag !== 'br' ? 'x' : ' '
  const free = (outer: string, edge: string) => /[\p{L}\p{N}]/u.test(edge) || /^(?:\s|)$/.test(outer)
  const opens = free(lead ? ' ' : before.slice(-1), core.slice(0, 1))
  const closes = free(tail ? ' ' : next, core.slice(-1))
  const clashes = /(?<!\\)[*~]/.test(core) || /[*~]$/.test(before) || core.includes('\n')
  return core === '' || !opens || !closes || clashes ? text : `${lead}${mark}${core}${mark}${tail}`
}

/** Markdown has no small letters above and below the line: math has. */
function script(node: Element, inside: () => string): string {
  const text = textOf(node).trim()
  if (!/^[A-Za-z0-9+\-−.,()= ]{1,30}$/.test(text)) return inside()
  const tex = /^[A-Za-z]$|^[-+−\d.,()=]+$/.test(text) ? text.replaceAll('−', '-') : `\\text{${text}}`
  return `$${node.tag === 'sub' ? '_' : '^'}{${tex}}$`
}

function link(href: string, text: string): string {
  const safe = /^(?:https?:\/\/|mailto:)[^\s<>()\\{}[\]`$*_|]{1,500}$/i.test(href)
  return safe && text.trim() !== '' && !/\]\(|\n/.test(text) && !hasPlace(text) ? `[${text.trim()}](${href})` : text
}
